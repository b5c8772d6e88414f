package io.sprockets.dynamodb.benchmarks.load;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.benchmarks.client.BenchmarkedClient;
import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.workload.Cell;

/**
 * Measures one client, in a process of its own. All cells are warmed up before the first
 * is measured, as the operations of an application are used side by side.
 */
public final class ClientProcess {

	/** Warm code needs only to find its caches and branches again. */
	private static final Duration SETTLING = Duration.ofMillis(500);

	private final CpuClock cpu = new CpuClock();

	private final HeapMeter heap = new HeapMeter();

	private final ClientKind kind;

	private final Map<String, URI> endpoints;

	private final Map<String, BenchmarkedClient> clients = new HashMap<>();

	private ClientProcess(ClientKind kind, Map<String, URI> endpoints) {
		this.kind = kind;
		this.endpoints = endpoints;
	}

	/**
	 * Writes a line for each window.
	 * @param args the client, ports for HTTP and HTTPS, milliseconds of warm-up,
	 * milliseconds of a window, windows per cell, the cells
	 */
	public static void main(String[] args) throws InterruptedException {
		ClientProcess process = new ClientProcess(ClientKind.parse(args[0]), Map.of("http",
				URI.create("http://127.0.0.1:" + args[1]), "https", URI.create("https://127.0.0.1:" + args[2])));
		Duration warmUp = Duration.ofMillis(Long.parseLong(args[3]));
		Duration window = Duration.ofMillis(Long.parseLong(args[4]));
		int windows = Integer.parseInt(args[5]);
		List<Cell> cells = Arrays.stream(args, 6, args.length).map(Cell::parse).toList();
		for (Cell cell : cells) {
			process.warmUp(cell, warmUp);
		}
		for (Cell cell : cells) {
			process.measure(cell, window, windows);
		}
		System.exit(0);
	}

	private void warmUp(Cell cell, Duration duration) throws InterruptedException {
		try (Load load = Load.start(client(cell.scheme()), cell)) {
			Thread.sleep(duration.toMillis());
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

	private BenchmarkedClient client(String scheme) {
		return this.clients.computeIfAbsent(scheme, (key) -> this.kind.create(this.endpoints.get(key)));
	}

}
