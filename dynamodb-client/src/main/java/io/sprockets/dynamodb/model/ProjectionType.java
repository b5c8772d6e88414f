package io.sprockets.dynamodb.model;

/**
 * Which attributes an index holds.
 */
public enum ProjectionType {

	/** All. */
	ALL,

	/** Keys of index and table. */
	KEYS_ONLY,

	/** Keys and the attributes named. */
	INCLUDE

}
