package io.sprockets.dynamodb.model;

/**
 * What a query or scan returns.
 */
public enum Select {

	/** All attributes of the item. */
	ALL_ATTRIBUTES,

	/** All attributes the index holds. */
	ALL_PROJECTED_ATTRIBUTES,

	/** What the projection names. */
	SPECIFIC_ATTRIBUTES,

	/** The number of items, no items. */
	COUNT

}
