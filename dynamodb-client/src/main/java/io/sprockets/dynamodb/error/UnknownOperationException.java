package io.sprockets.dynamodb.error;

/**
 * The service has no such operation.
 */
public final class UnknownOperationException extends DynamoDbServiceException {

	public UnknownOperationException(ServiceError error) {
		super(error);
	}

}
