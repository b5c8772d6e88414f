package io.sprockets.dynamodb.error;

/**
 * A PartiQL insert found an item with the same key.
 */
public final class DuplicateItemException extends DynamoDbServiceException {

	public DuplicateItemException(ServiceError error) {
		super(error);
	}

}
