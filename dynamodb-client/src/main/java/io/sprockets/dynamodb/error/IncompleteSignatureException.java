package io.sprockets.dynamodb.error;

/**
 * A part of the signature is missing.
 */
public final class IncompleteSignatureException extends DynamoDbServiceException {

	public IncompleteSignatureException(ServiceError error) {
		super(error);
	}

}
