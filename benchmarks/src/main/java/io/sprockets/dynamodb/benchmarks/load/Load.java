package io.sprockets.dynamodb.benchmarks.load;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

import io.sprockets.dynamodb.benchmarks.client.BenchmarkedClient;
import io.sprockets.dynamodb.benchmarks.client.Call;
import io.sprockets.dynamodb.benchmarks.client.Completion;
import io.sprockets.dynamodb.benchmarks.workload.Cell;

/**
 * A fixed number of chains of calls, each beginning its next call when one is done.
 */
final class Load implements AutoCloseable {

	private static final long MAX_SECONDS_TO_END = 30;

	private final LongAdder completed = new LongAdder();

	private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

	private final CountDownLatch running;

	private volatile boolean stopped;

	private Load(int concurrency) {
		this.running = new CountDownLatch(concurrency);
	}

	/**
	 * Begins to call.
	 */
	static Load start(BenchmarkedClient client, Cell cell) {
		Load load = new Load(cell.concurrency());
		Call call = client.call(cell.workload());
		for (int i = 0; i < cell.concurrency(); i++) {
			if (client.isBlocking()) {
				Thread thread = new Thread(() -> load.callInThread(call), "load-" + i);
				thread.setDaemon(true);
				thread.start();
			}
			else {
				load.new Chain(call).next();
			}
		}
		return load;
	}

	private void callInThread(Call call) {
		ThreadChain chain = new ThreadChain();
		try {
			while (!this.stopped) {
				call.start(chain);
			}
		}
		catch (RuntimeException ex) {
			chain.failed(ex);
		}
		this.running.countDown();
	}

	/**
	 * Returns how many calls succeeded up to now.
	 * @throws IllegalStateException if one failed
	 */
	long completed() {
		checkFailure();
		return this.completed.sum();
	}

	/**
	 * Waits for the calls in flight.
	 */
	@Override
	public void close() {
		this.stopped = true;
		try {
			if (!this.running.await(MAX_SECONDS_TO_END, TimeUnit.SECONDS)) {
				throw new IllegalStateException("A call did not end");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void checkFailure() {
		Throwable cause = this.failure.get();
		if (cause != null) {
			throw new IllegalStateException("A call failed", cause);
		}
	}

	/**
	 * A chain that goes on in the thread that completes a call.
	 */
	private final class Chain implements Completion {

		private final Call call;

		Chain(Call call) {
			this.call = call;
		}

		void next() {
			if (Load.this.stopped) {
				Load.this.running.countDown();
			}
			else {
				this.call.start(this);
			}
		}

		@Override
		public void succeeded() {
			Load.this.completed.increment();
			next();
		}

		@Override
		public void failed(Throwable cause) {
			Load.this.failure.compareAndSet(null, cause);
			Load.this.running.countDown();
		}

	}

	/**
	 * A chain that has a thread for its own.
	 */
	private final class ThreadChain implements Completion {

		@Override
		public void succeeded() {
			Load.this.completed.increment();
		}

		@Override
		public void failed(Throwable cause) {
			Load.this.failure.compareAndSet(null, cause);
			Load.this.stopped = true;
		}

	}

}
