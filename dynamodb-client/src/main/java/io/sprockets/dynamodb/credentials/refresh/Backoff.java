package io.sprockets.dynamodb.credentials.refresh;

import java.util.function.DoubleSupplier;

/**
 * How long to leave a source alone that failed.
 */
final class Backoff {

	private static final long FIRST_MILLIS = 1_000;

	/** Of those that nobody waits for. */
	private static final long MAX_RENEWAL_MILLIS = 60_000;

	/** Of those that calls need: its error is given meanwhile. */
	static final long MAX_MILLIS = 10_000;

	private static final int MAX_SHIFT = 16;

	private Backoff() {
	}

	/**
	 * Returns the rest after a failure, in milliseconds. After the first that callers
	 * waited for there is none, as it may have been mended by then.
	 * @param failures how many there were in a row
	 * @param renewal whether credentials are there that still serve
	 */
	static long after(int failures, boolean renewal, DoubleSupplier random) {
		int doublings = Math.min(renewal ? failures - 1 : failures - 2, MAX_SHIFT);
		if (doublings < 0) {
			return 0;
		}
		long rest = Math.min(FIRST_MILLIS << doublings, renewal ? MAX_RENEWAL_MILLIS : MAX_MILLIS);
		return Schedule.spread(rest, -0.5, random);
	}

}
