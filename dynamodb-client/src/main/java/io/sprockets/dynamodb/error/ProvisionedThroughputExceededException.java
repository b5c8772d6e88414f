package io.sprockets.dynamodb.error;

/**
 * The capacity of a table, index or partition is exceeded.
 */
public final class ProvisionedThroughputExceededException extends DynamoDbThrottlingException {

	public ProvisionedThroughputExceededException(ServiceError error) {
		super(error);
	}

}
