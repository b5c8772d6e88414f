package io.sprockets.dynamodb.error;

/**
 * The request is not valid; the message says why.
 */
public final class ValidationException extends DynamoDbServiceException {

	public ValidationException(ServiceError error) {
		super(error);
	}

}
