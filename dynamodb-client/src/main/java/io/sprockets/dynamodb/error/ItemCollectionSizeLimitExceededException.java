package io.sprockets.dynamodb.error;

/**
 * An item collection of a table with local secondary indexes is larger than 10 GB.
 */
public final class ItemCollectionSizeLimitExceededException extends DynamoDbServiceException {

	public ItemCollectionSizeLimitExceededException(ServiceError error) {
		super(error);
	}

}
