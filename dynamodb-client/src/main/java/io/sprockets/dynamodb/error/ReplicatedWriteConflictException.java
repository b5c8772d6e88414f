package io.sprockets.dynamodb.error;

/**
 * Another region writes the same item of a strongly consistent global table.
 */
public final class ReplicatedWriteConflictException extends DynamoDbServiceException {

	public ReplicatedWriteConflictException(ServiceError error) {
		super(error);
	}

}
