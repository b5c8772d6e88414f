package io.sprockets.dynamodb.benchmarks.macro;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.load.Measurement;
import io.sprockets.dynamodb.benchmarks.workload.Cell;

/**
 * All measurements of a run.
 */
final class Results {

	private final Map<ClientKind, Map<Cell, List<Measurement>>> measurements = new EnumMap<>(ClientKind.class);

	private final Map<ClientKind, String> threads = new EnumMap<>(ClientKind.class);

	void add(ClientKind client, Measurement measurement) {
		this.measurements.computeIfAbsent(client, (key) -> new HashMap<>())
			.computeIfAbsent(measurement.cell(), (key) -> new ArrayList<>())
			.add(measurement);
	}

	void addThreads(ClientKind client, String names) {
		this.threads.put(client, names);
	}

	/**
	 * Returns the threads that each client had.
	 */
	Map<ClientKind, String> threads() {
		return this.threads;
	}

	/**
	 * Returns the cells that were measured, in order.
	 */
	Set<Cell> cells() {
		Set<Cell> cells = new TreeSet<>();
		this.measurements.values().forEach((measured) -> cells.addAll(measured.keySet()));
		return cells;
	}

	/**
	 * Returns the clients of which a cell was measured.
	 */
	List<ClientKind> clients(Cell cell) {
		return this.measurements.keySet()
			.stream()
			.filter((client) -> this.measurements.getOrDefault(client, Map.of()).containsKey(cell))
			.toList();
	}

	/**
	 * Returns the nanoseconds of CPU time per operation.
	 */
	Series cpu(ClientKind client, Cell cell) {
		return series(client, cell, Measurement::cpuNanos);
	}

	/**
	 * Returns the bytes of heap per operation.
	 */
	Series heap(ClientKind client, Cell cell) {
		return series(client, cell, Measurement::heapBytes);
	}

	/**
	 * Returns the operations per second.
	 */
	Series rate(ClientKind client, Cell cell) {
		return series(client, cell, (measurement) -> measurement.operations() / measurement.seconds());
	}

	private Series series(ClientKind client, Cell cell, ToDoubleFunction<Measurement> value) {
		return new Series(this.measurements.getOrDefault(client, Map.of())
			.getOrDefault(cell, List.of())
			.stream()
			.mapToDouble(value)
			.toArray());
	}

}
