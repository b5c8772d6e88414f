package io.sprockets.dynamodb.error;

/**
 * The service cannot read the request.
 */
public final class SerializationException extends DynamoDbServiceException {

	public SerializationException(ServiceError error) {
		super(error);
	}

}
