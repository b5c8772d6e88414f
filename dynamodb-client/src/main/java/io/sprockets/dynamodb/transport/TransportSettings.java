package io.sprockets.dynamodb.transport;

import java.time.Duration;

/**
 * Size of the connection pool and how long is waited for what.
 *
 * @param maxClients how many requests may be in flight
 * @param pendingAcquireMaxCount how many calls may wait for a connection
 * @param acquireTimeout how long a call waits for a connection of the pool
 * @param connectTimeout how long a connection may take to be made
 * @param attemptTimeout how long one attempt may take, from the pool to the last byte
 */
public record TransportSettings(int maxClients, int pendingAcquireMaxCount, Duration acquireTimeout,
		Duration connectTimeout, Duration attemptTimeout) {

	/** Default of {@code dynamodb.max-clients}. */
	public static final int DEFAULT_MAX_CLIENTS = 100;

	/** Calls that may wait, as a multiple of {@code dynamodb.max-clients}. */
	public static final int DEFAULT_PENDING_FACTOR = 2;

	/** Default of {@code dynamodb.acquire-timeout}. */
	public static final Duration DEFAULT_ACQUIRE_TIMEOUT = Duration.ofSeconds(1);

	/** Default of {@code dynamodb.connect-timeout}. */
	public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(1);

	/** Default of {@code dynamodb.attempt-timeout}. */
	public static final Duration DEFAULT_ATTEMPT_TIMEOUT = Duration.ofSeconds(5);

	private static final Duration MIN_DURATION = Duration.ofMillis(1);

	private static final Duration MAX_DURATION = Duration.ofMillis(Integer.MAX_VALUE);

	public TransportSettings {
		positive("dynamodb.max-clients", maxClients);
		positive("dynamodb.pending-acquire-max-count", pendingAcquireMaxCount);
		positive("dynamodb.acquire-timeout", acquireTimeout);
		positive("dynamodb.connect-timeout", connectTimeout);
		positive("dynamodb.attempt-timeout", attemptTimeout);
	}

	/**
	 * Refuses a duration of a setting that is below or beyond what timers take.
	 */
	public static void positive(String setting, Duration duration) {
		if (duration.compareTo(MIN_DURATION) < 0 || duration.compareTo(MAX_DURATION) > 0) {
			throw new IllegalArgumentException(setting + " must be at least 1 ms and at most 24 days, not " + duration);
		}
	}

	private static void positive(String setting, int number) {
		if (number <= 0) {
			throw new IllegalArgumentException(setting + " must be at least 1, not " + number);
		}
	}

}
