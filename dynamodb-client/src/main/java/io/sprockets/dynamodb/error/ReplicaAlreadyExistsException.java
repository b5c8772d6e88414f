package io.sprockets.dynamodb.error;

/**
 * The replica exists already.
 */
public final class ReplicaAlreadyExistsException extends DynamoDbServiceException {

	public ReplicaAlreadyExistsException(ServiceError error) {
		super(error);
	}

}
