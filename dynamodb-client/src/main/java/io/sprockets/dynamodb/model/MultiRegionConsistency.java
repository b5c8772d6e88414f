package io.sprockets.dynamodb.model;

/**
 * Consistency of a global table.
 */
public enum MultiRegionConsistency {

	EVENTUAL,

	STRONG

}
