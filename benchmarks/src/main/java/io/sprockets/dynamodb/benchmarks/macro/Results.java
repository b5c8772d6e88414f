package io.sprockets.dynamodb.benchmarks.macro;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.load.Measurement;
import io.sprockets.dynamodb.benchmarks.process.ClientOutput;
import io.sprockets.dynamodb.benchmarks.workload.Cell;

/**
 * All measurements of a run.
 */
final class Results {

	private final Map<ClientKind, Map<Cell, List<Measurement>>> measurements = new EnumMap<>(ClientKind.class);

	private final Map<ClientKind, String> threads = new EnumMap<>(ClientKind.class);

	void add(ClientKind client, ClientOutput output) {
		this.threads.put(client, output.threads());
		Map<Cell, List<Measurement>> cells = this.measurements.computeIfAbsent(client, (key) -> new LinkedHashMap<>());
		for (Measurement measurement : output.measurements()) {
			cells.computeIfAbsent(measurement.cell(), (cell) -> new ArrayList<>()).add(measurement);
		}
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
	Spread cpu(ClientKind client, Cell cell) {
		return spread(client, cell, Measurement::cpuNanos);
	}

	/**
	 * Returns the bytes of heap per operation.
	 */
	Spread heap(ClientKind client, Cell cell) {
		return spread(client, cell, Measurement::heapBytes);
	}

	/**
	 * Returns the operations per second.
	 */
	Spread rate(ClientKind client, Cell cell) {
		return spread(client, cell, (measurement) -> measurement.operations() / measurement.seconds());
	}

	private Spread spread(ClientKind client, Cell cell, ToDoubleFunction<Measurement> value) {
		return Spread.of(this.measurements.getOrDefault(client, Map.of())
			.getOrDefault(cell, List.of())
			.stream()
			.mapToDouble(value)
			.toArray());
	}

}
