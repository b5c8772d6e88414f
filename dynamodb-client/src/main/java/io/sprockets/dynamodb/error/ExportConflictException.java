package io.sprockets.dynamodb.error;

/**
 * There is a conflict with another export.
 */
public final class ExportConflictException extends DynamoDbServiceException {

	public ExportConflictException(ServiceError error) {
		super(error);
	}

}
