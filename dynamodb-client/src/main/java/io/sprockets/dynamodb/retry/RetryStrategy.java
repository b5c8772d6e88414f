package io.sprockets.dynamodb.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.error.TransactionInProgressException;
import org.jspecify.annotations.Nullable;

/**
 * Decides after each failed attempt. One for each client: its quota is shared by all
 * calls.
 */
public final class RetryStrategy {

	private static final Duration MAX_SERVER_DELAY = Duration.ofSeconds(5);

	private static final String RETRY_AFTER = "x-amz-retry-after";

	private static final int MAX_DOUBLINGS = 30;

	private static final double NANOS = 1e9;

	private final RetrySettings settings;

	private final RetryQuota quota;

	private final DoubleSupplier random;

	private final @Nullable SendRate sendRate;

	public RetryStrategy(RetrySettings settings) {
		this(settings, () -> ThreadLocalRandom.current().nextDouble());
	}

	RetryStrategy(RetrySettings settings, DoubleSupplier random) {
		this.settings = settings;
		this.quota = new RetryQuota(settings.quota());
		this.random = random;
		this.sendRate = settings.adaptiveRate() ? new SendRate(seconds()) : null;
	}

	/**
	 * Returns how many attempts a call may have.
	 */
	public int maxAttempts() {
		return this.settings.maxAttempts();
	}

	/**
	 * Returns whether a write is tried again whose request was sent and whose answer was
	 * lost.
	 */
	public boolean retryOnceSent() {
		return this.settings.retryOnceSent();
	}

	/**
	 * Returns how long the next attempt has to wait before it is sent, zero but in
	 * adaptive mode, in nanoseconds.
	 */
	public long delayBeforeAttempt() {
		SendRate limited = this.sendRate;
		return (limited != null) ? (long) (limited.take(seconds()) * NANOS) : 0;
	}

	/**
	 * Decides whether a failed attempt is followed by another one, and takes its cost
	 * from the quota.
	 * @param attempt the failed attempt's number, from 1
	 * @param remedied whether the client has put right what made the attempt fail
	 */
	public RetryDecision afterFailure(int attempt, DynamoDbException failure, boolean remedied) {
		RetryClass retryClass = RetryClassifier.classify(failure);
		if (this.sendRate != null && failure instanceof DynamoDbServiceException) {
			this.sendRate.answered(retryClass == RetryClass.THROTTLING, seconds());
		}
		if (remedied && retryClass == RetryClass.NONE) {
			retryClass = RetryClass.TRANSIENT;
		}
		if (retryClass == RetryClass.NONE) {
			return RetryDecision.NOT_RETRYABLE;
		}
		if (attempt >= this.settings.maxAttempts()) {
			return RetryDecision.ATTEMPTS_EXHAUSTED;
		}
		boolean throttled = retryClass == RetryClass.THROTTLING;
		int cost = throttled ? this.settings.throttlingCost() : this.settings.transientCost();
		if (!this.quota.take(cost)) {
			return RetryDecision.QUOTA_EXHAUSTED;
		}
		return new RetryDecision(RetryDecision.Outcome.RETRY, delay(attempt, throttled, failure), cost);
	}

	/**
	 * Gives tokens back after a call has succeeded.
	 * @param lastRetryCost what its last retry took, 0 if the first attempt succeeded
	 */
	public void afterSuccess(int lastRetryCost) {
		this.quota.giveBack((lastRetryCost > 0) ? lastRetryCost : 1);
		if (this.sendRate != null) {
			this.sendRate.answered(false, seconds());
		}
	}

	/**
	 * Returns how many tokens for retries are left.
	 */
	public int availableQuota() {
		return this.quota.available();
	}

	RetryQuota quota() {
		return this.quota;
	}

	private static double seconds() {
		return System.nanoTime() / NANOS;
	}

	private Duration delay(int attempt, boolean throttled, DynamoDbException failure) {
		Duration base = throttled ? this.settings.throttlingBaseDelay() : this.settings.transientBaseDelay();
		long limit = Math.min(base.toMillis() << Math.min(attempt - 1, MAX_DOUBLINGS),
				this.settings.maxDelay().toMillis());
		double share = this.random.getAsDouble();
		if (failure instanceof TransactionInProgressException) {
			// The service recovers a transaction only for a retry 5 s after the first
			// attempt, which full jitter seldom reaches
			share = 0.75 + share / 4;
		}
		Duration own = Duration.ofMillis(Math.round(limit * share));
		Duration asked = retryAfter(failure);
		Duration most = own.plus(MAX_SERVER_DELAY);
		if (asked.compareTo(most) > 0) {
			return most;
		}
		return (asked.compareTo(own) > 0) ? asked : own;
	}

	private static Duration retryAfter(DynamoDbException failure) {
		if (failure instanceof DynamoDbServiceException answered && answered.headers().containsKey(RETRY_AFTER)) {
			try {
				return Duration.ofMillis(Long.parseLong(answered.headers().get(RETRY_AFTER).get(0).strip()));
			}
			catch (NumberFormatException ex) {
				// By the rules, a value that is not a number is ignored
				return Duration.ZERO;
			}
		}
		return Duration.ZERO;
	}

}
