package io.sprockets.dynamodb.error;

/**
 * Continuous backups are not enabled yet.
 */
public final class ContinuousBackupsUnavailableException extends DynamoDbServiceException {

	public ContinuousBackupsUnavailableException(ServiceError error) {
		super(error);
	}

}
