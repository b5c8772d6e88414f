package io.sprockets.dynamodb.retry;

/**
 * Whether a failure may pass, and how soon.
 */
public enum RetryClass {

	/** Trying again would not help. */
	NONE,

	/** Something broke on the way: tried again soon. */
	TRANSIENT,

	/** The service asks for fewer requests: tried again after longer. */
	THROTTLING

}
