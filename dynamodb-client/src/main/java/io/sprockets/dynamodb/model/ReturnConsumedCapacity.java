package io.sprockets.dynamodb.model;

/**
 * How much detail an answer has on consumed capacity.
 */
public enum ReturnConsumedCapacity {

	/** Nothing; the default. */
	NONE,

	/** The sum. */
	TOTAL,

	/** The sum, the table and each index. */
	INDEXES

}
