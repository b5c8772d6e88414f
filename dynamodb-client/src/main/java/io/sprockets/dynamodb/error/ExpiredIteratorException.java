package io.sprockets.dynamodb.error;

/**
 * A shard iterator is older than 15 minutes.
 */
public final class ExpiredIteratorException extends DynamoDbServiceException {

	public ExpiredIteratorException(ServiceError error) {
		super(error);
	}

}
