package io.sprockets.dynamodb.soak;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds out how late a thread of this JVM may be at most, for no other reason than a busy
 * machine or a collection: what takes longer by so much is not to blame.
 */
final class StallWatch implements AutoCloseable {

	private static final long INTERVAL_MILLIS = 10;

	private final AtomicLong longest = new AtomicLong();

	private final CountDownLatch closed = new CountDownLatch(1);

	StallWatch() {
		Thread thread = new Thread(this::watch, "stall-watch");
		thread.setDaemon(true);
		thread.start();
	}

	private void watch() {
		try {
			long before = System.nanoTime();
			while (!this.closed.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
				long now = System.nanoTime();
				this.longest.accumulateAndGet(now - before, Math::max);
				before = now;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	Duration longest() {
		return Duration.ofNanos(this.longest.get());
	}

	@Override
	public void close() {
		this.closed.countDown();
	}

}
