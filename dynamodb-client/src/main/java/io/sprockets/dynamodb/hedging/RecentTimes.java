package io.sprockets.dynamodb.hedging;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long the latest answers to one operation took, and a percentile of that, looked at
 * again now and then.
 */
final class RecentTimes {

	/** Not enough answers yet. */
	static final long UNKNOWN = -1;

	private static final int SIZE = 512;

	private static final int LOOK_AGAIN = 64;

	private final AtomicLongArray nanos = new AtomicLongArray(SIZE);

	private final AtomicInteger count = new AtomicInteger();

	private final double share;

	private volatile long percentile = UNKNOWN;

	/**
	 * Creates times.
	 * @param share the percentile, between 0 and 1
	 */
	RecentTimes(double share) {
		this.share = share;
	}

	void add(long took) {
		int number = this.count.getAndIncrement() & Integer.MAX_VALUE;
		this.nanos.set(number % SIZE, took);
		if ((number + 1) % LOOK_AGAIN == 0) {
			this.percentile = look((number < SIZE) ? number + 1 : SIZE);
		}
	}

	private long look(int known) {
		long[] sorted = new long[known];
		for (int i = 0; i < known; i++) {
			sorted[i] = this.nanos.get(i);
		}
		Arrays.sort(sorted);
		return sorted[Math.min(known - 1, (int) (known * this.share))];
	}

	/**
	 * Returns the percentile in nanoseconds, or {@link #UNKNOWN}.
	 */
	long percentile() {
		return this.percentile;
	}

}
