package io.sprockets.dynamodb.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.process.Cores;
import io.sprockets.dynamodb.benchmarks.process.RunningClient;
import io.sprockets.dynamodb.benchmarks.process.StubProcess;
import io.sprockets.dynamodb.benchmarks.workload.Cell;
import io.sprockets.dynamodb.benchmarks.workload.Workload;

/**
 * What an operation allocates stays within {@code heap-budget.properties}.
 */
class HeapBudgetIntegrationTests {

	private static final Cell GET_ITEM = Cell.http(Workload.GET_ITEM, 16);

	private static final Cell PUT_ITEM = Cell.http(Workload.PUT_ITEM, 16);

	private static final Cell QUERY_100 = Cell.http(Workload.query(100), 16);

	/**
	 * What C2 leaves out by escape analysis differs by 1 % between runs and settles only
	 * after half a minute. Without it, each run allocates the same.
	 */
	private static final List<String> JVM_OPTIONS = List.of("-XX:TieredStopAtLevel=1");

	private static final int WARM_UP_SECONDS = 4;

	private static final int WINDOWS = 2;

	@Test
	void heapPerOperationIsWithinBudget() throws Exception {
		HeapBudget budget = HeapBudget.read();
		SoftAssertions within = new SoftAssertions();
		measure().forEach((workload, bytes) -> {
			System.out.println("Heap of " + workload + ": " + bytes + " bytes, budget " + budget.of(workload));
			within.assertThat(bytes)
				.as("Bytes of heap per %s, whose budget in heap-budget.properties is %d", workload, budget.of(workload))
				.isLessThanOrEqualTo(budget.of(workload));
		});
		within.assertAll();
	}

	private Map<String, Long> measure() throws IOException, InterruptedException {
		Map<String, Long> bytes = new TreeMap<>();
		try (StubProcess stub = StubProcess.start(null)) {
			measure(ClientKind.OURS_MAPS, List.of(GET_ITEM, PUT_ITEM, QUERY_100), "maps", stub, bytes);
			measure(ClientKind.OURS_RECORDS, List.of(QUERY_100), "records", stub, bytes);
		}
		return bytes;
	}

	/**
	 * Keeps the least of the windows: what is above it is not of the operation.
	 */
	private void measure(ClientKind kind, List<Cell> cells, String types, StubProcess stub, Map<String, Long> bytes)
			throws IOException {
		try (RunningClient client = RunningClient.start(kind, JVM_OPTIONS, stub, Cores.ANY)) {
			client.warmUp(cells, WARM_UP_SECONDS);
			for (Cell cell : cells) {
				for (int i = 0; i < WINDOWS; i++) {
					long measured = Math.round(client.measure(cell, 1).heapBytes());
					bytes.merge(cell.workload() + "." + types, measured, Math::min);
				}
			}
		}
	}

}
