package io.sprockets.dynamodb.retry;

import java.time.Duration;

/**
 * The numbers of the retry rules.
 *
 * @param maxAttempts how many attempts a call may have, the first included
 * @param transientBaseDelay limit of the first delay after a transient failure
 * @param throttlingBaseDelay limit of the first delay after throttling
 * @param maxDelay limit of any delay
 * @param quota how many tokens the client has for retries
 * @param transientCost tokens for a retry after a transient failure
 * @param throttlingCost tokens for a retry after throttling
 * @param adaptiveRate whether the client sends fewer requests while it is throttled
 * @param retryOnceSent whether a write is tried again whose request was sent and whose
 * answer was lost
 * @see <a href=
 * "https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"> Retry
 * behavior</a>
 */
public record RetrySettings(int maxAttempts, Duration transientBaseDelay, Duration throttlingBaseDelay,
		Duration maxDelay, int quota, int transientCost, int throttlingCost, boolean adaptiveRate,
		boolean retryOnceSent) {

	/** Attempts of DynamoDB's rules of 2026. */
	public static final int DEFAULT_MAX_ATTEMPTS = 4;

	private static final RetrySettings DEFAULTS = new RetrySettings(DEFAULT_MAX_ATTEMPTS, Duration.ofMillis(25),
			Duration.ofSeconds(1), Duration.ofSeconds(20), 500, 14, 5);

	private static final RetrySettings LEGACY = new RetrySettings(9, Duration.ofMillis(25), Duration.ofMillis(25),
			Duration.ofSeconds(20), 500, 5, 0);

	public RetrySettings {
		if (maxAttempts < 1) {
			throw new IllegalArgumentException("dynamodb.retry.max-attempts must be at least 1, not " + maxAttempts);
		}
		if (transientBaseDelay.isNegative() || throttlingBaseDelay.isNegative() || maxDelay.isNegative()) {
			throw new IllegalArgumentException("Delays of retries must not be negative");
		}
		if (quota < 0 || transientCost < 0 || throttlingCost < 0) {
			throw new IllegalArgumentException("Quota and costs of retries must not be negative");
		}
	}

	/**
	 * Creates settings of a constant rate, under which lost writes are tried again.
	 */
	public RetrySettings(int maxAttempts, Duration transientBaseDelay, Duration throttlingBaseDelay, Duration maxDelay,
			int quota, int transientCost, int throttlingCost) {
		this(maxAttempts, transientBaseDelay, throttlingBaseDelay, maxDelay, quota, transientCost, throttlingCost,
				false, true);
	}

	/**
	 * Returns DynamoDB's rules of 2026: 4 attempts, delays from 25 ms or, after
	 * throttling, 1 s.
	 */
	public static RetrySettings defaults() {
		return DEFAULTS;
	}

	/**
	 * Returns the numbers the AWS SDK for Java had before: 9 attempts, delays from 25 ms.
	 */
	public static RetrySettings legacy() {
		return LEGACY;
	}

	/**
	 * Returns the rule of trying once.
	 */
	public static RetrySettings none() {
		return DEFAULTS.withMaxAttempts(1);
	}

	/**
	 * Returns these settings with another number of attempts, the first included.
	 */
	public RetrySettings withMaxAttempts(int maxAttempts) {
		return new RetrySettings(maxAttempts, this.transientBaseDelay, this.throttlingBaseDelay, this.maxDelay,
				this.quota, this.transientCost, this.throttlingCost, this.adaptiveRate, this.retryOnceSent);
	}

	/**
	 * Returns these settings with or without a rate that adapts to throttling.
	 */
	public RetrySettings withAdaptiveRate(boolean adaptiveRate) {
		return new RetrySettings(this.maxAttempts, this.transientBaseDelay, this.throttlingBaseDelay, this.maxDelay,
				this.quota, this.transientCost, this.throttlingCost, adaptiveRate, this.retryOnceSent);
	}

	/**
	 * Returns these settings with or without retries of writes whose request was sent and
	 * whose answer was lost; with them by default.
	 */
	public RetrySettings withRetryOnceSent(boolean retryOnceSent) {
		return new RetrySettings(this.maxAttempts, this.transientBaseDelay, this.throttlingBaseDelay, this.maxDelay,
				this.quota, this.transientCost, this.throttlingCost, this.adaptiveRate, retryOnceSent);
	}

}
