package io.sprockets.dynamodb.benchmarks.macro;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.load.Measurement;
import io.sprockets.dynamodb.benchmarks.workload.Cell;

/**
 * All measurements of a run.
 */
final class Results {

	private final Map<ClientKind, Map<Cell, List<Measurement>>> measurements = new EnumMap<>(ClientKind.class);

	void add(ClientKind client, List<Measurement> measured) {
		Map<Cell, List<Measurement>> cells = this.measurements.computeIfAbsent(client, (key) -> new LinkedHashMap<>());
		for (Measurement measurement : measured) {
			cells.computeIfAbsent(measurement.cell(), (cell) -> new ArrayList<>()).add(measurement);
		}
	}

	Set<ClientKind> clients() {
		return this.measurements.keySet();
	}

	Set<Cell> cells(ClientKind client) {
		return this.measurements.getOrDefault(client, Map.of()).keySet();
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
