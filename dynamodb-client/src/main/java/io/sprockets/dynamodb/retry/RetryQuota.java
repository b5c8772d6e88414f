package io.sprockets.dynamodb.retry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tokens for the retries of all calls, so that a failing service is not asked more and
 * more. Successes give tokens back.
 */
final class RetryQuota {

	private final int capacity;

	private final AtomicInteger available;

	RetryQuota(int capacity) {
		this.capacity = capacity;
		this.available = new AtomicInteger(capacity);
	}

	boolean take(int tokens) {
		int current = this.available.get();
		while (current >= tokens) {
			if (this.available.compareAndSet(current, current - tokens)) {
				return true;
			}
			current = this.available.get();
		}
		return false;
	}

	void giveBack(int tokens) {
		int current = this.available.get();
		while (current < this.capacity) {
			if (this.available.compareAndSet(current, Math.min(this.capacity, current + tokens))) {
				return;
			}
			current = this.available.get();
		}
	}

	int available() {
		return this.available.get();
	}

	void available(int tokens) {
		this.available.set(tokens);
	}

}
