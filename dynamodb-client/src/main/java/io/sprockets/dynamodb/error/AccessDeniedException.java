package io.sprockets.dynamodb.error;

/**
 * The credentials do not permit the operation.
 */
public final class AccessDeniedException extends DynamoDbServiceException {

	public AccessDeniedException(ServiceError error) {
		super(error);
	}

}
