package io.sprockets.dynamodb.error;

/**
 * The request is larger than the service takes.
 */
public final class RequestEntityTooLargeException extends DynamoDbServiceException {

	public RequestEntityTooLargeException(ServiceError error) {
		super(error);
	}

}
