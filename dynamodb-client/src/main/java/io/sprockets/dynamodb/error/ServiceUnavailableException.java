package io.sprockets.dynamodb.error;

/**
 * The service cannot be reached for now.
 */
public final class ServiceUnavailableException extends DynamoDbServiceException {

	public ServiceUnavailableException(ServiceError error) {
		super(error);
	}

}
