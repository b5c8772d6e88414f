package io.sprockets.dynamodb.test;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures the heap that is in use after a collection, at several times of a run.
 */
public final class HeapWatch {

	/** What a run may hold more at its end: caches, and what others in this JVM do. */
	private static final long ALLOWANCE = 24L * 1024 * 1024;

	private final long began = System.nanoTime();

	private final List<Long> used = new ArrayList<>();

	/**
	 * Waits until as much time has passed since the beginning, and measures.
	 */
	public void measureAt(Duration time) {
		long left = time.toNanos() - (System.nanoTime() - this.began);
		try {
			new CountDownLatch(1).await(left, TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		measure();
	}

	public void measure() {
		System.gc();
		this.used.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
	}

	/**
	 * Requires that no more is used at the end than at the first measurement.
	 */
	public void requireFlat() {
		assertThat(this.used.get(this.used.size() - 1)).as(toString()).isLessThan(this.used.get(0) + ALLOWANCE);
	}

	@Override
	public String toString() {
		return "heap "
				+ this.used.stream().map((bytes) -> bytes / (1024 * 1024) + " MB").collect(Collectors.joining(", "));
	}

}
