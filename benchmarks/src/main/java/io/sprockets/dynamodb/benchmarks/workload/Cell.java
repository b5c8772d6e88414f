package io.sprockets.dynamodb.benchmarks.workload;

import java.util.Comparator;

/**
 * One thing to measure of a client.
 *
 * @param workload what is called
 * @param scheme {@code http} or {@code https}
 * @param concurrency how many calls are in flight
 */
public record Cell(Workload workload, String scheme, int concurrency) implements Comparable<Cell> {

	private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::scheme)
		.thenComparing((cell) -> cell.workload().operation())
		.thenComparingInt((cell) -> cell.workload().items())
		.thenComparingInt(Cell::concurrency);

	public static Cell http(Workload workload, int concurrency) {
		return new Cell(workload, "http", concurrency);
	}

	public static Cell https(Workload workload, int concurrency) {
		return new Cell(workload, "https", concurrency);
	}

	/**
	 * Reads the form of {@link #toString()}.
	 */
	public static Cell parse(String text) {
		String[] parts = text.split("/", 3);
		return new Cell(Workload.parse(parts[0]), parts[1], Integer.parseInt(parts[2]));
	}

	@Override
	public int compareTo(Cell other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return this.workload + "/" + this.scheme + "/" + this.concurrency;
	}

}
