package io.sprockets.dynamodb.credentials.refresh;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

import io.sprockets.dynamodb.credentials.Finding.Found;

/**
 * When credentials are renewed, in milliseconds since the epoch.
 *
 * @param renewFrom from when on they are renewed while callers get them still
 * @param waitFrom from when on callers wait for new ones
 * @param end when they are of no use any more
 */
record Schedule(long renewFrom, long waitFrom, long end) {

	private static final long NEVER = Long.MAX_VALUE;

	/**
	 * Services that serve credentials have new ones at least 5 minutes before the old
	 * end.
	 */
	private static final long RENEWAL_LEAD = TimeUnit.MINUTES.toMillis(5);

	private static final int RENEWAL_PART = 4;

	private static final long WAIT_LEAD = TimeUnit.MINUTES.toMillis(1);

	private static final int WAIT_PART = 10;

	private static final long WITHOUT_END = TimeUnit.HOURS.toMillis(1);

	private static final long AFTER_END = TimeUnit.MINUTES.toMillis(1);

	/**
	 * Makes the schedule of credentials that were found now.
	 * @param random numbers from 0 to 1, so that not all machines renew at once
	 */
	static Schedule of(Found found, long now, DoubleSupplier random) {
		Instant expiration = found.credentials().expiration();
		if (expiration == null) {
			return new Schedule(found.lasting() ? NEVER : now + spread(WITHOUT_END, -0.1, random), NEVER, NEVER);
		}
		long end = toMillis(expiration);
		if (end <= now) {
			// This machine's clock may be wrong; whoever is called can tell
			return new Schedule(now + spread(AFTER_END, 0.5, random), NEVER, NEVER);
		}
		long life = end - now;
		long lead = spread(Math.min(RENEWAL_LEAD, life / RENEWAL_PART), 0.5, random);
		return new Schedule(end - lead, end - Math.min(WAIT_LEAD, life / WAIT_PART), end);
	}

	/**
	 * Returns the nearest time there is: an answer may hold any.
	 */
	private static long toMillis(Instant time) {
		try {
			return time.toEpochMilli();
		}
		catch (ArithmeticException ex) {
			return (time.getEpochSecond() < 0) ? Long.MIN_VALUE : NEVER;
		}
	}

	/**
	 * Returns a random time from the given one to the given part of it more.
	 */
	static long spread(long millis, double part, DoubleSupplier random) {
		return millis + (long) (millis * part * random.getAsDouble());
	}

}
