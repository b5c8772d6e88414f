package io.sprockets.dynamodb.error;

/**
 * The service waited too long for the request.
 */
public final class RequestTimeoutException extends DynamoDbServiceException {

	public RequestTimeoutException(ServiceError error) {
		super(error);
	}

}
