package io.sprockets.dynamodb.error;

/**
 * The backup is being made, deleted or restored.
 */
public final class BackupInUseException extends DynamoDbServiceException {

	public BackupInUseException(ServiceError error) {
		super(error);
	}

}
