package io.sprockets.dynamodb.model;

/**
 * State of a global secondary index.
 */
public enum IndexStatus {

	CREATING,

	UPDATING,

	DELETING,

	ACTIVE

}
