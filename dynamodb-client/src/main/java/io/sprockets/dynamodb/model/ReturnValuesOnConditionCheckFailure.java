package io.sprockets.dynamodb.model;

/**
 * What the error of a failed condition carries.
 */
public enum ReturnValuesOnConditionCheckFailure {

	/** Nothing; the default. */
	NONE,

	/** The stored item. */
	ALL_OLD

}
