package io.sprockets.dynamodb.error;

/**
 * Point-in-time recovery is not enabled.
 */
public final class PointInTimeRecoveryUnavailableException extends DynamoDbServiceException {

	public PointInTimeRecoveryUnavailableException(ServiceError error) {
		super(error);
	}

}
