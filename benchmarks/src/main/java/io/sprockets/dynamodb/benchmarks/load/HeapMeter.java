package io.sprockets.dynamodb.benchmarks.load;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

import com.sun.management.ThreadMXBean;

/**
 * Counts the bytes that all threads allocate on the heap. What a thread allocates that
 * ends in between is not seen, so that clients have to keep theirs.
 */
final class HeapMeter {

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private Map<Long, Long> before = Map.of();

	/**
	 * Returns the bytes that were allocated since the call before.
	 */
	long next() {
		long[] ids = this.threads.getAllThreadIds();
		long[] bytes = this.threads.getThreadAllocatedBytes(ids);
		Map<Long, Long> now = new HashMap<>();
		long sum = 0;
		for (int i = 0; i < ids.length; i++) {
			if (ids[i] != Thread.currentThread().getId() && bytes[i] >= 0) {
				now.put(ids[i], bytes[i]);
				sum += bytes[i] - this.before.getOrDefault(ids[i], 0L);
			}
		}
		this.before = now;
		return sum;
	}

}
