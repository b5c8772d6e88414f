package io.sprockets.dynamodb.error;

/**
 * The endpoint does not serve this operation.
 */
public final class InvalidEndpointException extends DynamoDbServiceException {

	public InvalidEndpointException(ServiceError error) {
		super(error);
	}

}
