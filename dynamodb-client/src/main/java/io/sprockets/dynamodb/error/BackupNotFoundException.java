package io.sprockets.dynamodb.error;

/**
 * The backup does not exist.
 */
public final class BackupNotFoundException extends DynamoDbServiceException {

	public BackupNotFoundException(ServiceError error) {
		super(error);
	}

}
