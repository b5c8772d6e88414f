package io.sprockets.dynamodb.error;

/**
 * The temporary credentials have ended.
 */
public final class ExpiredTokenException extends DynamoDbServiceException {

	public ExpiredTokenException(ServiceError error) {
		super(error);
	}

}
