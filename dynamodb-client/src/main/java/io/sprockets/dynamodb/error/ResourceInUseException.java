package io.sprockets.dynamodb.error;

/**
 * A table exists already, or is being made or changed.
 */
public final class ResourceInUseException extends DynamoDbServiceException {

	public ResourceInUseException(ServiceError error) {
		super(error);
	}

}
