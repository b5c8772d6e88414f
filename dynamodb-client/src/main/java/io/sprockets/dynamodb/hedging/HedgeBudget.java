package io.sprockets.dynamodb.hedging;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps second requests to a share of the reads. Each read puts its share in, a second
 * request takes a whole one out; some are in it at the start, and no more than these are
 * saved up.
 */
final class HedgeBudget {

	private static final long WHOLE = 1_000_000;

	private static final long MOST = 10 * WHOLE;

	private final long share;

	private final AtomicLong saved = new AtomicLong(WHOLE);

	HedgeBudget(double share) {
		this.share = Math.round(share * WHOLE);
	}

	void noteRead() {
		if (this.saved.get() < MOST) {
			this.saved.addAndGet(this.share);
		}
	}

	boolean take() {
		long current = this.saved.get();
		while (current >= WHOLE) {
			if (this.saved.compareAndSet(current, current - WHOLE)) {
				return true;
			}
			current = this.saved.get();
		}
		return false;
	}

}
