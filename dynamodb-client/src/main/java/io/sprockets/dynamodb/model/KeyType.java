package io.sprockets.dynamodb.model;

/**
 * An attribute's part in a key.
 */
public enum KeyType {

	/** Partition key. */
	HASH,

	/** Sort key. */
	RANGE

}
