package io.sprockets.dynamodb.benchmarks.client;

import io.sprockets.dynamodb.benchmarks.workload.Workload;

/**
 * A client to measure.
 */
public interface BenchmarkedClient extends AutoCloseable {

	/** Connections that a client may have, for none to queue its calls. */
	int MAX_CONNECTIONS = 256;

	/**
	 * Returns the call of a workload.
	 */
	Call call(Workload workload);

	/**
	 * Says whether calls return only when they are done, so that each in flight takes a
	 * thread.
	 */
	default boolean isBlocking() {
		return false;
	}

	@Override
	void close();

}
