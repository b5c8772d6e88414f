package io.sprockets.dynamodb.error;

/**
 * The global table exists already.
 */
public final class GlobalTableAlreadyExistsException extends DynamoDbServiceException {

	public GlobalTableAlreadyExistsException(ServiceError error) {
		super(error);
	}

}
