package io.sprockets.dynamodb.benchmarks.client;

/**
 * A call that can be made any number of times.
 */
@FunctionalInterface
public interface Call {

	/**
	 * Makes the call and tells when it is done.
	 */
	void start(Completion completion);

}
