package io.sprockets.dynamodb.error;

/**
 * The request is not signed.
 */
public final class MissingAuthenticationTokenException extends DynamoDbServiceException {

	public MissingAuthenticationTokenException(ServiceError error) {
		super(error);
	}

}
