package io.sprockets.dynamodb.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.sprockets.dynamodb.benchmarks.client.BenchmarkedClient;
import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.workload.Cell;

/**
 * Runs one client, in a process of its own. All cells are warmed up before the first is
 * measured, as the operations of an application are used side by side.
 */
public final class ClientProcess {

	/** System property of the core to stay on once the code is warm. */
	public static final String CORE = "benchmark.core";

	/** Command: seconds at most, cells. Answers how it went. */
	public static final String WARM_UP = "warm-up";

	/** Command: seconds, cell. Answers a {@link Measurement}. */
	public static final String MEASURE = "measure";

	/** Command. Answers the names of the threads that the last measurement saw. */
	public static final String THREADS = "threads";

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

	private String threads = "";

	private ClientProcess(ClientKind kind, Function<String, URI> endpoints) {
		this.kind = kind;
		this.endpoints = endpoints;
	}

	/**
	 * Does what it is told line by line on standard input, and answers each with a line,
	 * until the input ends.
	 * @param args the client, ports for HTTP and HTTPS
	 */
	public static void main(String[] args) throws InterruptedException {
		int status = 0;
		try {
			new ClientProcess(ClientKind.parse(args[0]),
					(scheme) -> URI.create(scheme + "://127.0.0.1:" + args["http".equals(scheme) ? 1 : 2]))
				.run();
		}
		catch (IOException | RuntimeException ex) {
			ex.printStackTrace();
			status = 1;
		}
		// Clients' threads would keep the process alive
		System.exit(status);
	}

	private void run() throws IOException, InterruptedException {
		BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			List<String> words = List.of(line.split(" "));
			System.out.println(switch (words.get(0)) {
				case WARM_UP -> warmUp(words.subList(2, words.size()).stream().map(Cell::parse).toList(),
						Duration.ofSeconds(Long.parseLong(words.get(1))));
				case MEASURE ->
					measure(Cell.parse(words.get(2)), Duration.ofSeconds(Long.parseLong(words.get(1)))).toLine();
				case THREADS -> this.threads;
				default -> throw new IllegalArgumentException("What is '" + words.get(0) + "'?");
			});
		}
	}

	/**
	 * Goes round and round the cells until the compilers have next to nothing to do.
	 */
	private String warmUp(List<Cell> cells, Duration max) throws IOException, InterruptedException {
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
		Integer core = Integer.getInteger(CORE);
		if (core != null) {
			pin(core);
		}
		return String.format(Locale.ROOT, "warm after %.0f s, compilers at %.0f %% of a core", elapsed / 1e9,
				compiling * 100);
	}

	private void warmUp(Cell cell) throws InterruptedException {
		try (Load load = Load.start(client(cell.scheme()), cell)) {
			Thread.sleep(WARM_UP_SLICE.toMillis());
			load.completed();
		}
	}

	private Measurement measure(Cell cell, Duration window) throws InterruptedException {
		try (Load load = Load.start(client(cell.scheme()), cell)) {
			Thread.sleep(SETTLING.toMillis());
			Measurement measurement = measure(cell, load, window);
			this.threads = ClientThreads.describe();
			return measurement;
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
