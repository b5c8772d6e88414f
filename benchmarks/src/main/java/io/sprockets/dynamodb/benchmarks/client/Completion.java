package io.sprockets.dynamodb.benchmarks.client;

import org.jspecify.annotations.Nullable;

/**
 * Is told when a call is done.
 */
public interface Completion {

	void succeeded();

	void failed(Throwable failure);

	/**
	 * Takes what a future has.
	 * @param items how many items came
	 * @param expected how many should have come
	 */
	default void done(int items, int expected, @Nullable Throwable failure) {
		if (failure != null) {
			failed(failure);
		}
		else if (items != expected) {
			failed(new IllegalStateException(items + " items came instead of " + expected));
		}
		else {
			succeeded();
		}
	}

}
