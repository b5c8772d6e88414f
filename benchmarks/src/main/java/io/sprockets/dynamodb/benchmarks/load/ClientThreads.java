package io.sprockets.dynamodb.benchmarks.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The threads that a client has made.
 */
final class ClientThreads {

	private ClientThreads() {
	}

	/**
	 * Names the threads, those that differ by numbers once.
	 */
	static String describe() {
		Map<String, Integer> kinds = new TreeMap<>();
		for (Thread thread : Thread.getAllStackTraces().keySet()) {
			ThreadGroup group = thread.getThreadGroup();
			if (group != null && "main".equals(group.getName()) && !"main".equals(thread.getName())) {
				kinds.merge(thread.getName().replaceAll("[-0-9]+", "-"), 1, Integer::sum);
			}
		}
		return kinds.entrySet()
			.stream()
			.map((kind) -> kind.getValue() + " × " + kind.getKey())
			.collect(Collectors.joining(", "));
	}

}
