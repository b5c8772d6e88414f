package io.sprockets.dynamodb.error;

/**
 * The time to restore to is out of range.
 */
public final class InvalidRestoreTimeException extends DynamoDbServiceException {

	public InvalidRestoreTimeException(ServiceError error) {
		super(error);
	}

}
