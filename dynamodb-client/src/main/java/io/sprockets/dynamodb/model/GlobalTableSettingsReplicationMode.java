package io.sprockets.dynamodb.model;

/**
 * Whether settings are replicated between a global table's replicas.
 */
public enum GlobalTableSettingsReplicationMode {

	ENABLED,

	DISABLED,

	ENABLED_WITH_OVERRIDES

}
