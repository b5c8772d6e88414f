package io.sprockets.dynamodb.model;

/**
 * An attribute's part in a vector index.
 */
public enum SearchSchemaElementType {

	HASH,

	INLINE_FILTER

}
