package io.sprockets.dynamodb.error;

/**
 * A transaction with the same token is still under way.
 */
public final class TransactionInProgressException extends DynamoDbThrottlingException {

	public TransactionInProgressException(ServiceError error) {
		super(error);
	}

}
