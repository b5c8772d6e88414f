package io.sprockets.dynamodb.error;

/**
 * A transaction is under way on the item.
 */
public final class TransactionConflictException extends DynamoDbServiceException {

	public TransactionConflictException(ServiceError error) {
		super(error);
	}

}
