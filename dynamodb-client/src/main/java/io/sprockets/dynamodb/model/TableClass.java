package io.sprockets.dynamodb.model;

/**
 * Storage class of a table.
 */
public enum TableClass {

	STANDARD,

	STANDARD_INFREQUENT_ACCESS

}
