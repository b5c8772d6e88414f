package io.sprockets.dynamodb.model;

/**
 * State of server-side encryption.
 */
public enum SseStatus {

	ENABLING,

	ENABLED,

	DISABLING,

	DISABLED,

	UPDATING

}
