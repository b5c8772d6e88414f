package io.sprockets.dynamodb.error;

/**
 * The table does not exist.
 */
public final class TableNotFoundException extends DynamoDbServiceException {

	public TableNotFoundException(ServiceError error) {
		super(error);
	}

}
