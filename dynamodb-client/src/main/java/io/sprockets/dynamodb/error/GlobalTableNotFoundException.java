package io.sprockets.dynamodb.error;

/**
 * The global table does not exist.
 */
public final class GlobalTableNotFoundException extends DynamoDbServiceException {

	public GlobalTableNotFoundException(ServiceError error) {
		super(error);
	}

}
