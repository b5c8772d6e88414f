package io.sprockets.dynamodb.model;

/**
 * Which attributes a write returns.
 */
public enum ReturnValue {

	/** Nothing; the default. */
	NONE,

	/** The item as it was before. */
	ALL_OLD,

	/** The updated attributes as they were; UpdateItem only. */
	UPDATED_OLD,

	/** The item as it is now; UpdateItem only. */
	ALL_NEW,

	/** The updated attributes as they are now; UpdateItem only. */
	UPDATED_NEW

}
