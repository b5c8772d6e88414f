package io.sprockets.dynamodb.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.sprockets.dynamodb.benchmarks.client.BenchmarkedClient;
import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.workload.Cell;

/**
 * Measures one client, in a process of its own. All cells are warmed up before the first
 * is measured, as the operations of an application are used side by side.
 */
public final class ClientProcess {

	/** System property of the core to stay on once the code is warm. */
	public static final String CORE = "benchmark.core";

	/** Begins the line that names the threads. */
	public static final String THREADS = "THREADS ";

	/** Warm code needs only to find its caches and branches again. */
	private static final Duration SETTLING = Duration.ofMillis(500);

	private static final Duration WARM_UP_SLICE = Duration.ofSeconds(1);

	private static final Duration MIN_WARM_UP = Duration.ofSeconds(10);

	/** The share of a core below which the compilers count as resting. */
	private static final double WARM = 0.03;

	private final CpuClock cpu = new CpuClock();

	private final HeapMeter heap = new HeapMeter();

	private final ClientKind kind;

	private final Function<String, URI> endpoints;

	private final Map<String, BenchmarkedClient> clients = new HashMap<>();

	private ClientProcess(ClientKind kind, Function<String, URI> endpoints) {
		this.kind = kind;
		this.endpoints = endpoints;
	}

	/**
	 * Writes a line for each window.
	 * @param args the client, ports for HTTP and HTTPS, seconds of warm-up at most,
	 * seconds of a window, windows per cell, the cells
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		ClientProcess process = new ClientProcess(ClientKind.parse(args[0]),
				(scheme) -> URI.create(scheme + "://127.0.0.1:" + args["http".equals(scheme) ? 1 : 2]));
		Duration maxWarmUp = Duration.ofSeconds(Long.parseLong(args[3]));
		Duration window = Duration.ofSeconds(Long.parseLong(args[4]));
		int windows = Integer.parseInt(args[5]);
		List<Cell> cells = Arrays.stream(args, 6, args.length).map(Cell::parse).toList();
		process.warmUp(cells, maxWarmUp);
		Integer core = Integer.getInteger(CORE);
		if (core != null) {
			pin(core);
		}
		for (Cell cell : cells) {
			process.measure(cell, window, windows);
		}
		System.out.println(THREADS + ClientThreads.describe());
		System.exit(0);
	}

	/**
	 * Goes round and round the cells until the compilers have next to nothing to do.
	 */
	private void warmUp(List<Cell> cells, Duration max) throws InterruptedException {
		long start = System.nanoTime();
		double compiling;
		long elapsed;
		do {
			long roundStart = System.nanoTime();
			long compilers = this.cpu.compilerNanos();
			for (Cell cell : cells) {
				warmUp(cell);
			}
			compiling = (double) (this.cpu.compilerNanos() - compilers) / (System.nanoTime() - roundStart);
			elapsed = System.nanoTime() - start;
		}
		while (elapsed < max.toNanos() && (compiling > WARM || elapsed < MIN_WARM_UP.toNanos()));
		System.out.printf(Locale.ROOT, "warm after %.0f s, compilers at %.0f %% of a core%n", elapsed / 1e9,
				compiling * 100);
	}

	private void warmUp(Cell cell) throws InterruptedException {
		try (Load load = Load.start(client(cell.scheme()), cell)) {
			Thread.sleep(WARM_UP_SLICE.toMillis());
			load.completed();
		}
	}

	private void measure(Cell cell, Duration window, int windows) throws InterruptedException {
		try (Load load = Load.start(client(cell.scheme()), cell)) {
			Thread.sleep(SETTLING.toMillis());
			for (int i = 0; i < windows; i++) {
				System.out.println(measure(cell, load, window).toLine());
			}
		}
	}

	private Measurement measure(Cell cell, Load load, Duration window) throws InterruptedException {
		this.heap.next();
		long operations = load.completed();
		long cpuNanos = this.cpu.nanos();
		long start = System.nanoTime();
		Thread.sleep(window.toMillis());
		double heapBytes = this.heap.next();
		operations = load.completed() - operations;
		cpuNanos = this.cpu.nanos() - cpuNanos;
		double seconds = (System.nanoTime() - start) / 1e9;
		return new Measurement(cell, operations, seconds, (double) cpuNanos / operations, heapBytes / operations);
	}

	/**
	 * Moves all threads of this process to a core.
	 */
	private static void pin(int core) throws IOException, InterruptedException {
		Process taskset = new ProcessBuilder("taskset", "-acp", Integer.toString(core),
				Long.toString(ProcessHandle.current().pid()))
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		if (taskset.waitFor() != 0) {
			throw new IOException("taskset did not move this process to core " + core);
		}
	}

	private BenchmarkedClient client(String scheme) {
		return this.clients.computeIfAbsent(scheme, (key) -> this.kind.create(this.endpoints.apply(key)));
	}

}
