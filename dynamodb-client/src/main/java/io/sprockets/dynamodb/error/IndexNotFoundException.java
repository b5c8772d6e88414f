package io.sprockets.dynamodb.error;

/**
 * The index does not exist.
 */
public final class IndexNotFoundException extends DynamoDbServiceException {

	public IndexNotFoundException(ServiceError error) {
		super(error);
	}

}
