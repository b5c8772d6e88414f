package io.sprockets.dynamodb.transport;

import java.time.Duration;

/**
 * Size of the connection pool, how long is waited for what, and how large an answer may
 * be.
 *
 * @param maxClients how many requests may be in flight
 * @param pendingAcquireMaxCount how many calls may wait for a connection
 * @param acquireTimeout how long a call waits for a connection of the pool
 * @param connectTimeout how long a connection may take to be made
 * @param attemptTimeout how long one attempt may take, from the pool to the last byte
 * @param maxResponseSize how many bytes the body of an answer may have
 */
public record TransportSettings(int maxClients, int pendingAcquireMaxCount, Duration acquireTimeout,
		Duration connectTimeout, Duration attemptTimeout, int maxResponseSize) {

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

	/**
	 * Default of {@code dynamodb.max-response-size}, 64 MB. The largest answer has 16 MB
	 * of items, which the names of types around small values, base64 and escapes make up
	 * to some four times as long.
	 */
	public static final long DEFAULT_MAX_RESPONSE_SIZE = 64L << 20;

	/** The longest array that every JVM makes. */
	private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

	private static final Duration MIN_DURATION = Duration.ofMillis(1);

	private static final Duration MAX_DURATION = Duration.ofMillis(Integer.MAX_VALUE);

	public TransportSettings {
		positive("dynamodb.max-clients", maxClients);
		positive("dynamodb.pending-acquire-max-count", pendingAcquireMaxCount);
		positive("dynamodb.acquire-timeout", acquireTimeout);
		positive("dynamodb.connect-timeout", connectTimeout);
		positive("dynamodb.attempt-timeout", attemptTimeout);
		positive("dynamodb.max-response-size", maxResponseSize);
	}

	/**
	 * Returns a response size as settings have it.
	 * @param bytes how many; more than 2 GB, which no array holds, is 2 GB
	 */
	public static int responseSize(long bytes) {
		return (int) Math.max(Math.min(bytes, MAX_ARRAY), 0);
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
