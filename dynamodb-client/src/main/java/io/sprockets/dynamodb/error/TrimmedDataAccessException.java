package io.sprockets.dynamodb.error;

/**
 * Records of a stream are older than 24 hours and gone.
 */
public final class TrimmedDataAccessException extends DynamoDbServiceException {

	public TrimmedDataAccessException(ServiceError error) {
		super(error);
	}

}
