package io.sprockets.dynamodb.model;

/**
 * State of a global table's witness.
 */
public enum WitnessStatus {

	CREATING,

	DELETING,

	ACTIVE

}
