package io.sprockets.dynamodb.credentials.refresh;

/**
 * The last look-up failed.
 *
 * @param failure why
 * @param count how often in a row
 * @param since when, in milliseconds
 * @param rest how long its source is left alone
 */
record Setback(Throwable failure, int count, long since, long rest) {

	/**
	 * Says whether it is too early to look again. A clock that was set back ends the
	 * rest.
	 */
	boolean isResting(long now) {
		return hasPassedLessThan(this.rest, now);
	}

	/**
	 * Says whether it is too early though callers have nothing.
	 */
	boolean isRestingForCallers(long now) {
		return hasPassedLessThan(Math.min(this.rest, Backoff.MAX_MILLIS), now);
	}

	private boolean hasPassedLessThan(long millis, long now) {
		long passed = now - this.since;
		return passed >= 0 && passed < millis;
	}

}
