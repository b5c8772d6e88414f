package io.sprockets.dynamodb.model;

/**
 * Whether a write on a table with local secondary indexes tells the size of its item
 * collection.
 */
public enum ReturnItemCollectionMetrics {

	/** Nothing; the default. */
	NONE,

	/** The estimated size. */
	SIZE

}
