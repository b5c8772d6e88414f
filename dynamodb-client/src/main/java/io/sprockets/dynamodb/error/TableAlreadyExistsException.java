package io.sprockets.dynamodb.error;

/**
 * The table to be restored or imported exists already.
 */
public final class TableAlreadyExistsException extends DynamoDbServiceException {

	public TableAlreadyExistsException(ServiceError error) {
		super(error);
	}

}
