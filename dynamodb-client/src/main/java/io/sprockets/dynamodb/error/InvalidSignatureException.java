package io.sprockets.dynamodb.error;

/**
 * The signature is wrong, or too old or too new by the service's clock.
 */
public final class InvalidSignatureException extends DynamoDbServiceException {

	public InvalidSignatureException(ServiceError error) {
		super(error);
	}

}
