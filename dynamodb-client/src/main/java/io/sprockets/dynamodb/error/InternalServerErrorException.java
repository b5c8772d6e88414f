package io.sprockets.dynamodb.error;

/**
 * The service failed.
 */
public final class InternalServerErrorException extends DynamoDbServiceException {

	public InternalServerErrorException(ServiceError error) {
		super(error);
	}

}
