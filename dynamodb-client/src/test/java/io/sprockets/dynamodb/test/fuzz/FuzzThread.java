package io.sprockets.dynamodb.test.fuzz;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Base64;

import com.sun.management.ThreadMXBean;
import io.sprockets.test.secrets.SecretWatch;

/**
 * Reads its share of the inputs, and measures each.
 */
final class FuzzThread implements Runnable {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/**
	 * What any input may take: an exception with a deep stack, and Jackson's tables of
	 * the names it has seen, which it copies when another one comes.
	 */
	private static final long FREE_BYTES = 2 * 1024 * 1024;

	private static final long BYTES_FOR_EACH = 128;

	private static final long SLOW_NANOS = 500_000_000;

	private final String name;

	private final FuzzInputs inputs;

	private final FuzzTarget target;

	private final long cases;

	private final boolean anyMemory;

	private Thread thread;

	private volatile byte[] current = {};

	private volatile long currentSince = System.nanoTime();

	private volatile Throwable failure;

	private long read;

	private long accepted;

	private long largest;

	FuzzThread(String name, FuzzInputs inputs, FuzzTarget target, long cases, boolean anyMemory) {
		this.name = name;
		this.inputs = inputs;
		this.target = target;
		this.cases = cases;
		this.anyMemory = anyMemory;
	}

	void start(long stackBytes) {
		this.thread = new Thread(null, this, "fuzz", stackBytes);
		this.thread.setDaemon(true);
		this.thread.start();
	}

	long read() {
		return this.read;
	}

	long accepted() {
		return this.accepted;
	}

	long largest() {
		return this.largest;
	}

	/**
	 * Waits for the end, as long as no input takes longer than is allowed for one.
	 */
	void await(long hangMillis) throws InterruptedException {
		while (this.thread.isAlive()) {
			this.thread.join(100);
			if (this.thread.isAlive() && System.nanoTime() - this.currentSince > hangMillis * 1_000_000) {
				throw new AssertionError(describe("hangs at " + Arrays.toString(this.thread.getStackTrace())));
			}
		}
		if (this.failure != null) {
			throw new AssertionError(describe("failed: " + this.failure), this.failure);
		}
	}

	private String describe(String what) {
		return this.name + ", input " + this.read + " " + what + "\n"
				+ Base64.getEncoder().encodeToString(this.current);
	}

	@Override
	public void run() {
		SecretWatch.learnNothingOfThisThread();
		try {
			for (; this.read < this.cases; this.read++) {
				byte[] input = this.inputs.next();
				this.current = input;
				this.currentSince = System.nanoTime();
				this.largest = Math.max(this.largest, input.length);
				if (measured(input)) {
					this.accepted++;
					this.inputs.keep(input);
				}
			}
		}
		catch (Throwable ex) {
			this.failure = ex;
		}
	}

	private boolean measured(byte[] input) throws Exception {
		long before = THREADS.getCurrentThreadAllocatedBytes();
		boolean accepted = this.target.accepts(input);
		long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
		boolean slow = System.nanoTime() - this.currentSince > SLOW_NANOS;
		if (slow || allocated > most(input)) {
			requireModest(input);
		}
		return accepted;
	}

	private long most(byte[] input) {
		return this.anyMemory ? Long.MAX_VALUE : FREE_BYTES + BYTES_FOR_EACH * input.length;
	}

	/**
	 * Reads an input again that was slow, maybe since the machine was busy, or took much
	 * memory, maybe since it was the first to need a class or a cache.
	 */
	private void requireModest(byte[] input) throws Exception {
		long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
		long nanosBefore = THREADS.getCurrentThreadCpuTime();
		this.target.accepts(input);
		long nanos = THREADS.getCurrentThreadCpuTime() - nanosBefore;
		long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
		if (nanos > SLOW_NANOS || allocated > most(input)) {
			throw new AssertionError(
					input.length + " bytes took " + nanos / 1_000_000 + " ms and " + allocated + " bytes of memory");
		}
	}

}
