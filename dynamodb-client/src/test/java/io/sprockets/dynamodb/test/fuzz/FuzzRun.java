package io.sprockets.dynamodb.test.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Has a target read inputs that chance made and broke, and requires of each that it ends
 * in time, with a value or a documented exception, and takes memory in proportion to its
 * input. The same seed makes the same inputs. The system property {@code fuzz.cases} says
 * how many inputs each target reads, {@code fuzz.seed} which ones.
 */
public final class FuzzRun {

	/** How long an input may take before the run is given up. */
	private static final long HANG_MILLIS = 30_000;

	/** Of an event loop's thread is a quarter left to what calls the reader. */
	private static final long STACK_BYTES = 768 * 1024;

	private static final int THREADS = 2;

	private final String name;

	private final FuzzedFormat format;

	private final LongFunction<Supplier<byte[]>> generators;

	private boolean anyMemory;

	/**
	 * Creates a run.
	 * @param name what the summary calls it
	 * @param generators make inputs that are right, by a seed
	 */
	public FuzzRun(String name, FuzzedFormat format, LongFunction<Supplier<byte[]>> generators) {
		this.name = name;
		this.format = format;
		this.generators = generators;
	}

	/**
	 * Lets reading take any memory, where not only the reader takes it.
	 */
	public FuzzRun withAnyMemory() {
		this.anyMemory = true;
		return this;
	}

	/**
	 * Reads as many inputs as the system property says.
	 * @param otherwise how many if it says nothing
	 * @param targets gives each thread its target
	 */
	public void read(long otherwise, Supplier<FuzzTarget> targets) throws InterruptedException {
		long cases = Long.getLong("fuzz.cases", otherwise);
		long seed = Long.getLong("fuzz.seed", 20_261_124L);
		long begun = System.nanoTime();
		List<FuzzThread> threads = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			long share = (cases + i) / THREADS;
			FuzzInputs inputs = new FuzzInputs(seed + i, this.format, this.generators.apply(seed + i));
			FuzzThread thread = new FuzzThread(this.name + ", fuzz.seed=" + seed + ", thread " + i, inputs,
					targets.get(), share, this.anyMemory);
			threads.add(thread);
			thread.start(STACK_BYTES);
		}
		long read = 0;
		long accepted = 0;
		long largest = 0;
		for (FuzzThread thread : threads) {
			thread.await(HANG_MILLIS);
			read += thread.read();
			accepted += thread.accepted();
			largest = Math.max(largest, thread.largest());
		}
		System.out.printf("fuzz %s: %,d inputs of seed %d, %,d accepted, longest %,d bytes, %.1f s%n", this.name, read,
				seed, accepted, largest, (System.nanoTime() - begun) / 1e9);
	}

}
