package io.sprockets.dynamodb.retry;

import java.time.Duration;

/**
 * What follows on a failed attempt.
 *
 * @param outcome whether there is a further attempt, or why not
 * @param delay how long to wait before it
 * @param cost the tokens it took from the quota
 */
public record RetryDecision(Outcome outcome, Duration delay, int cost) {

	/** Trying again would not help, or is not wanted. */
	public static final RetryDecision NOT_RETRYABLE = new RetryDecision(Outcome.NOT_RETRYABLE, Duration.ZERO, 0);

	static final RetryDecision ATTEMPTS_EXHAUSTED = new RetryDecision(Outcome.ATTEMPTS_EXHAUSTED, Duration.ZERO, 0);

	static final RetryDecision QUOTA_EXHAUSTED = new RetryDecision(Outcome.QUOTA_EXHAUSTED, Duration.ZERO, 0);

	/**
	 * Says whether there is a further attempt.
	 */
	public boolean isRetry() {
		return this.outcome == Outcome.RETRY;
	}

	/**
	 * Whether there is a further attempt, or why not.
	 */
	public enum Outcome {

		/** There is. */
		RETRY,

		/** Trying again would not help. */
		NOT_RETRYABLE,

		/** There were as many as are allowed. */
		ATTEMPTS_EXHAUSTED,

		/** The client's quota for retries is used up. */
		QUOTA_EXHAUSTED

	}

}
