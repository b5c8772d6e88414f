package io.sprockets.dynamodb.error;

/**
 * The table is being made or deleted.
 */
public final class TableInUseException extends DynamoDbServiceException {

	public TableInUseException(ServiceError error) {
		super(error);
	}

}
