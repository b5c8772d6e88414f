package io.sprockets.dynamodb.error;

/**
 * The service does not know the access key.
 */
public final class UnrecognizedClientException extends DynamoDbServiceException {

	public UnrecognizedClientException(ServiceError error) {
		super(error);
	}

}
