package io.sprockets.dynamodb.hedging;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * When a read is sent a second time because its answer is late. Whichever answers first
 * counts, the other is given up; the service bills both.
 *
 * @param delay how long to wait before the second request, {@code null} to go by the
 * percentile
 * @param percentile of the latest answers' times of the same operation, between 0 and 1,
 * after which the second request is sent; needs some answers first
 * @param maxShare how many second requests there may be, as a share of the reads that may
 * have one, above 0 and up to 1
 * @param consistentReads whether strongly consistent reads may have one, too
 */
public record HedgeSettings(@Nullable Duration delay, double percentile, double maxShare, boolean consistentReads) {

	/** Default of {@code dynamodb.hedging.percentile}. */
	public static final double DEFAULT_PERCENTILE = 0.95;

	/** Default of {@code dynamodb.hedging.max-share}. */
	public static final double DEFAULT_MAX_SHARE = 0.05;

	public HedgeSettings {
		if (delay != null && (delay.isNegative() || delay.compareTo(Duration.ofMinutes(1)) > 0)) {
			throw new IllegalArgumentException("dynamodb.hedging.delay must be from 0 to 1 minute, not " + delay);
		}
		if (!(percentile > 0 && percentile < 1)) {
			throw new IllegalArgumentException(
					"dynamodb.hedging.percentile must be between 0 and 1, such as 0.95, not " + percentile);
		}
		if (!(maxShare > 0 && maxShare <= 1)) {
			throw new IllegalArgumentException(
					"dynamodb.hedging.max-share must be above 0 and up to 1, such as 0.05, not " + maxShare);
		}
	}

	/**
	 * Returns hedging of eventually consistent reads after a fixed delay, for at most one
	 * in twenty of them.
	 */
	public static HedgeSettings after(Duration delay) {
		return new HedgeSettings(delay, DEFAULT_PERCENTILE, DEFAULT_MAX_SHARE, false);
	}

	/**
	 * Returns hedging of the one in twenty eventually consistent reads that take longest.
	 */
	public static HedgeSettings ofSlowest() {
		return new HedgeSettings(null, DEFAULT_PERCENTILE, DEFAULT_MAX_SHARE, false);
	}

	/**
	 * Returns these settings with another share.
	 */
	public HedgeSettings withMaxShare(double maxShare) {
		return new HedgeSettings(this.delay, this.percentile, maxShare, this.consistentReads);
	}

	/**
	 * Returns these settings with or without strongly consistent reads.
	 */
	public HedgeSettings withConsistentReads(boolean consistentReads) {
		return new HedgeSettings(this.delay, this.percentile, this.maxShare, consistentReads);
	}

}
