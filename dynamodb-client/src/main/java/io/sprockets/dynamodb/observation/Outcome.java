package io.sprockets.dynamodb.observation;

/**
 * How an operation or an attempt ended, coarse enough for a dashboard.
 */
public enum Outcome {

	/**
	 * Not ended yet: what meters of running calls carry.
	 */
	UNKNOWN,

	/**
	 * A result, an absent item included.
	 */
	SUCCESS,

	/**
	 * The data, or another writer, stood against a write: a condition that does not hold,
	 * a cancelled transaction, a write conflict. Normal flow of conditional writes.
	 */
	CONFLICT,

	/**
	 * The service asked for fewer requests.
	 */
	THROTTLED,

	/**
	 * The request, the configuration or the credentials are at fault, found by the
	 * service or before sending.
	 */
	CLIENT_ERROR,

	/**
	 * The service failed.
	 */
	SERVER_ERROR,

	/**
	 * No readable answer came: timeout, connection, pool, corrupt answer.
	 */
	TRANSPORT_ERROR,

	/**
	 * The subscriber cancelled before there was a result.
	 */
	CANCELLED

}
