package io.sprockets.dynamodb.error;

/**
 * The replica does not exist.
 */
public final class ReplicaNotFoundException extends DynamoDbServiceException {

	public ReplicaNotFoundException(ServiceError error) {
		super(error);
	}

}
