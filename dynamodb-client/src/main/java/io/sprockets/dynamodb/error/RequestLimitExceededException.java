package io.sprockets.dynamodb.error;

/**
 * The throughput limit of the account is exceeded.
 */
public final class RequestLimitExceededException extends DynamoDbThrottlingException {

	public RequestLimitExceededException(ServiceError error) {
		super(error);
	}

}
