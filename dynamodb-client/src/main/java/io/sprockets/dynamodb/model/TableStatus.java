package io.sprockets.dynamodb.model;

/**
 * State of a table.
 */
public enum TableStatus {

	CREATING,

	UPDATING,

	DELETING,

	ACTIVE,

	INACCESSIBLE_ENCRYPTION_CREDENTIALS,

	ARCHIVING,

	ARCHIVED,

	REPLICATION_NOT_AUTHORIZED

}
