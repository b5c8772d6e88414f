package io.sprockets.dynamodb.error;

/**
 * Too many operations on tables or backups at once, or too many of them in all.
 */
public final class LimitExceededException extends DynamoDbThrottlingException {

	public LimitExceededException(ServiceError error) {
		super(error);
	}

}
