package io.sprockets.dynamodb.error;

/**
 * A table, index or stream does not exist, or is not active yet.
 */
public final class ResourceNotFoundException extends DynamoDbServiceException {

	public ResourceNotFoundException(ServiceError error) {
		super(error);
	}

}
