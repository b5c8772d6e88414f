package io.sprockets.dynamodb.model;

/**
 * Type of a key attribute.
 */
public enum ScalarAttributeType {

	/** String. */
	S,

	/** Number. */
	N,

	/** Binary. */
	B

}
