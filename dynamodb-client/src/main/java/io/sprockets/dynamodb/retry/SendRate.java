package io.sprockets.dynamodb.retry;

/**
 * How fast the client may send in adaptive mode. Unlimited until the service throttles
 * for the first time; from then on a bucket of tokens fills at a rate that throttling
 * lowers and success raises, along a cubic curve back to where it last was too high.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"> Retry
 * behavior</a>
 */
final class SendRate {

	private static final double BETA = 0.7;

	private static final double SCALE = 0.4;

	private static final double SMOOTHING = 0.8;

	/** Requests in a second that are always allowed. */
	private static final double MIN_RATE = 0.5;

	private static final double MAX_OF_MEASURED = 2.0;

	private static final double BUCKETS_PER_SECOND = 2.0;

	/** No request waits longer, in seconds. */
	private static final double MAX_WAIT = 20;

	private boolean throttled;

	private double tokens;

	private double capacity;

	private double rate;

	private double refilledAt;

	/** What is sent in a second, as measured. */
	private double measuredRate;

	private double measuredBucket;

	private int requestsInBucket;

	private double lastMaxRate;

	private double lastThrottledAt;

	/**
	 * Creates an unlimited rate.
	 * @param now seconds of any steady clock, as everywhere here
	 */
	SendRate(double now) {
		this.refilledAt = now;
		this.measuredBucket = bucket(now);
	}

	/**
	 * Takes the token of a request.
	 * @return how long to wait before it is sent, in seconds
	 */
	synchronized double take(double now) {
		if (!this.throttled) {
			return 0;
		}
		refill(now);
		this.tokens = Math.max(this.tokens - 1, -MAX_WAIT * this.rate);
		return (this.tokens >= 0) ? 0 : -this.tokens / this.rate;
	}

	/**
	 * Adapts to an answer.
	 */
	synchronized void answered(boolean throttling, double now) {
		measure(now);
		double wanted;
		if (throttling) {
			double highest = this.throttled ? Math.min(this.measuredRate, this.rate) : this.measuredRate;
			this.lastMaxRate = highest;
			this.lastThrottledAt = now;
			this.throttled = true;
			wanted = highest * BETA;
		}
		else {
			wanted = cubic(now - this.lastThrottledAt);
		}
		if (this.throttled) {
			setRate(Math.min(wanted, MAX_OF_MEASURED * this.measuredRate), now);
		}
	}

	private double cubic(double sinceThrottled) {
		double untilHighest = Math.cbrt(this.lastMaxRate * (1 - BETA) / SCALE);
		return SCALE * Math.pow(sinceThrottled - untilHighest, 3) + this.lastMaxRate;
	}

	private void measure(double now) {
		double bucket = bucket(now);
		this.requestsInBucket++;
		if (bucket > this.measuredBucket) {
			double current = this.requestsInBucket / (bucket - this.measuredBucket);
			this.measuredRate = current * SMOOTHING + this.measuredRate * (1 - SMOOTHING);
			this.requestsInBucket = 0;
			this.measuredBucket = bucket;
		}
	}

	private static double bucket(double now) {
		return Math.floor(now * BUCKETS_PER_SECOND) / BUCKETS_PER_SECOND;
	}

	private void setRate(double wanted, double now) {
		refill(now);
		this.rate = Math.max(wanted, MIN_RATE);
		this.capacity = Math.max(wanted, 1);
		this.tokens = Math.min(this.tokens, this.capacity);
	}

	private void refill(double now) {
		this.tokens = Math.min(this.capacity, this.tokens + Math.max(0, now - this.refilledAt) * this.rate);
		this.refilledAt = now;
	}

	/**
	 * Returns how many requests a second are allowed, infinity for any number.
	 */
	synchronized double rate() {
		return this.throttled ? this.rate : Double.POSITIVE_INFINITY;
	}

}
