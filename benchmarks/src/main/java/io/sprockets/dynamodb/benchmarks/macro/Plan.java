package io.sprockets.dynamodb.benchmarks.macro;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.workload.Cell;
import io.sprockets.dynamodb.benchmarks.workload.Workload;

/**
 * What is measured of which client.
 *
 * @param cells the cells of each client
 */
record Plan(Map<ClientKind, List<Cell>> cells) {

	private static final List<Integer> CONCURRENCIES = List.of(1, 16, 64, 256);

	private static final List<Integer> QUERY_SIZES = List.of(1, 10, 100, 1000);

	List<Cell> cells(ClientKind client) {
		return this.cells.getOrDefault(client, List.of());
	}

	/**
	 * Returns the cells of all clients, in order.
	 */
	Set<Cell> allCells() {
		Set<Cell> all = new TreeSet<>();
		this.cells.values().forEach(all::addAll);
		return all;
	}

	/**
	 * Returns what the ratios need, and no more.
	 */
	static Plan ofRatios() {
		Map<ClientKind, List<Cell>> cells = new EnumMap<>(ClientKind.class);
		Cell get = Cell.http(Workload.GET_ITEM, 16);
		Cell put = Cell.http(Workload.PUT_ITEM, 16);
		Cell query10 = Cell.http(Workload.query(10), 16);
		Cell query100 = Cell.http(Workload.query(100), 16);
		Cell secureGet = Cell.https(Workload.GET_ITEM, 16);
		Cell securePut = Cell.https(Workload.PUT_ITEM, 16);
		Cell crowdedGet = Cell.http(Workload.GET_ITEM, 256);
		List<Cell> ours = List.of(get, put, query10, query100, secureGet, securePut, crowdedGet);
		cells.put(ClientKind.FLOOR, List.of(get, put, query100));
		cells.put(ClientKind.OURS_MAPS, ours);
		cells.put(ClientKind.OURS_RECORDS, List.of(get, put, query10, query100));
		// As many kinds as with metrics, for the compiled code to differ in nothing else
		cells.put(ClientKind.OURS_WITHOUT_METRICS, ours);
		cells.put(ClientKind.AWS_NETTY, List.of(get, put, query10, query100, secureGet, securePut));
		cells.put(ClientKind.AWS_CRT, List.of(get, put, query100));
		cells.put(ClientKind.AWS_ENHANCED, List.of(get, put, query10, query100));
		cells.put(ClientKind.AWS_APACHE, List.of(get, put, query100));
		return new Plan(cells);
	}

	/**
	 * Returns everything.
	 */
	static Plan full() {
		Map<ClientKind, List<Cell>> cells = new EnumMap<>(ClientKind.class);
		for (ClientKind client : ClientKind.values()) {
			cells.put(client, everyCell());
		}
		return new Plan(cells);
	}

	private static List<Cell> everyCell() {
		List<Cell> cells = new ArrayList<>();
		for (String scheme : List.of("http", "https")) {
			for (int concurrency : CONCURRENCIES) {
				cells.add(new Cell(Workload.GET_ITEM, scheme, concurrency));
				cells.add(new Cell(Workload.PUT_ITEM, scheme, concurrency));
			}
			for (int size : QUERY_SIZES) {
				cells.add(new Cell(Workload.query(size), scheme, 16));
			}
		}
		return cells;
	}

}
