package io.sprockets.dynamodb.benchmarks.macro;

import java.util.List;

import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.workload.Cell;
import io.sprockets.dynamodb.benchmarks.workload.Workload;

/**
 * The ratios that this project has to keep.
 */
final class Ratios {

	private static final double NO_AIM = Double.NaN;

	private static final Cell GET = Cell.http(Workload.GET_ITEM, 16);

	private static final Cell PUT = Cell.http(Workload.PUT_ITEM, 16);

	private static final Cell QUERY_10 = Cell.http(Workload.query(10), 16);

	private static final Cell QUERY_100 = Cell.http(Workload.query(100), 16);

	private static final Cell SECURE_GET = Cell.https(Workload.GET_ITEM, 16);

	private static final Cell SECURE_PUT = Cell.https(Workload.PUT_ITEM, 16);

	private static final Cell CROWDED_GET = Cell.http(Workload.GET_ITEM, 256);

	private final Results results;

	private Ratios(Results results) {
		this.results = results;
	}

	/**
	 * Returns all ratios.
	 * @param startUp of the first calls in fresh applications
	 */
	static List<Ratio> of(Results results, Series startUp) {
		return new Ratios(results).all(startUp);
	}

	private List<Ratio> all(Series startUp) {
		return List.of(new Ratio("CPU of GetItem ÷ AWS SDK async, Netty", cpu(GET, ClientKind.AWS_NETTY), 0.33, 0.25),
				new Ratio("CPU of PutItem ÷ AWS SDK async, Netty", cpu(PUT, ClientKind.AWS_NETTY), 0.33, 0.25),
				new Ratio("CPU of GetItem ÷ AWS SDK async, CRT", cpu(GET, ClientKind.AWS_CRT), 0.65, 0.50),
				new Ratio("CPU of PutItem ÷ AWS SDK async, CRT", cpu(PUT, ClientKind.AWS_CRT), 0.65, 0.50),
				new Ratio("CPU of Query 100 to records ÷ AWS SDK enhanced async", recordsCpu(ClientKind.AWS_ENHANCED),
						0.30, 0.20),
				new Ratio("CPU of GetItem ÷ the floor", cpu(GET, ClientKind.FLOOR), 2.0, 1.6),
				new Ratio("CPU of PutItem ÷ the floor", cpu(PUT, ClientKind.FLOOR), 2.0, 1.6),
				new Ratio("CPU of Query 100 to records ÷ the floor", recordsCpu(ClientKind.FLOOR), 4.5, 3.5),
				new Ratio("heap of GetItem ÷ AWS SDK async, Netty", heap(GET), 0.28, 0.18),
				new Ratio("heap of PutItem ÷ AWS SDK async, Netty", heap(PUT), 0.28, 0.18),
				new Ratio("heap of Query 100 to records ÷ AWS SDK enhanced async", recordsHeap(), 0.12, 0.08),
				new Ratio("heap of Query 100 to maps ÷ AWS SDK async, Netty", heap(QUERY_100), 0.20, 0.14),
				new Ratio("CPU of each further item of a Query to maps ÷ AWS SDK async, Netty", furtherItem(), 0.16,
						0.10),
				new Ratio("CPU of GetItem at 256 in flight ÷ at 16", crowded(), 1.1, 1.0),
				new Ratio("CPU of GetItem with metrics ÷ without", cpu(GET, ClientKind.OURS_WITHOUT_METRICS), 1.10,
						1.05),
				new Ratio("TLS: CPU of GetItem ÷ AWS SDK async, Netty", cpu(SECURE_GET, ClientKind.AWS_NETTY), 0.5,
						NO_AIM),
				new Ratio("TLS: CPU of PutItem ÷ AWS SDK async, Netty", cpu(SECURE_PUT, ClientKind.AWS_NETTY), 0.5,
						NO_AIM),
				new Ratio("first call in a fresh application ÷ AWS SDK async, Netty", startUp, 1.0, NO_AIM));
	}

	private Series cpu(Cell cell, ClientKind other) {
		return cpu(ClientKind.OURS_MAPS, cell).dividedBy(cpu(other, cell));
	}

	private Series recordsCpu(ClientKind other) {
		return cpu(ClientKind.OURS_RECORDS, QUERY_100).dividedBy(cpu(other, QUERY_100));
	}

	private Series heap(Cell cell) {
		return this.results.heap(ClientKind.OURS_MAPS, cell).dividedBy(this.results.heap(ClientKind.AWS_NETTY, cell));
	}

	private Series recordsHeap() {
		return this.results.heap(ClientKind.OURS_RECORDS, QUERY_100)
			.dividedBy(this.results.heap(ClientKind.AWS_ENHANCED, QUERY_100));
	}

	private Series furtherItem() {
		return furtherItem(ClientKind.OURS_MAPS).dividedBy(furtherItem(ClientKind.AWS_NETTY));
	}

	private Series furtherItem(ClientKind client) {
		return cpu(client, QUERY_100).minus(cpu(client, QUERY_10));
	}

	private Series crowded() {
		return cpu(ClientKind.OURS_MAPS, CROWDED_GET).dividedBy(cpu(ClientKind.OURS_MAPS, GET));
	}

	private Series cpu(ClientKind client, Cell cell) {
		return this.results.cpu(client, cell);
	}

}
