package io.sprockets.dynamodb.error;

/**
 * Requests come faster than the service takes them.
 */
public final class ThrottlingException extends DynamoDbThrottlingException {

	public ThrottlingException(ServiceError error) {
		super(error);
	}

}
