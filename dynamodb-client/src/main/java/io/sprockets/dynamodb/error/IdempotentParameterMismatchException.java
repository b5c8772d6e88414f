package io.sprockets.dynamodb.error;

/**
 * A request token was used again with other parameters.
 */
public final class IdempotentParameterMismatchException extends DynamoDbServiceException {

	public IdempotentParameterMismatchException(ServiceError error) {
		super(error);
	}

}
