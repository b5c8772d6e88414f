package io.sprockets.dynamodb.error;

/**
 * There is a conflict with another import.
 */
public final class ImportConflictException extends DynamoDbServiceException {

	public ImportConflictException(ServiceError error) {
		super(error);
	}

}
