package io.sprockets.dynamodb.model;

/**
 * State of a replica.
 */
public enum ReplicaStatus {

	CREATING,

	CREATION_FAILED,

	UPDATING,

	DELETING,

	ACTIVE,

	REGION_DISABLED,

	INACCESSIBLE_ENCRYPTION_CREDENTIALS,

	ARCHIVING,

	ARCHIVED,

	REPLICATION_NOT_AUTHORIZED

}
