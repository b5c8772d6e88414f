package io.sprockets.dynamodb.benchmarks.load;

import io.sprockets.dynamodb.benchmarks.workload.Cell;

/**
 * What one window of time showed.
 *
 * @param cell what was measured
 * @param operations how many operations were done
 * @param seconds how long it took
 * @param cpuNanos CPU time per operation
 * @param heapBytes allocated heap per operation
 */
public record Measurement(Cell cell, long operations, double seconds, double cpuNanos, double heapBytes) {

	/**
	 * Reads the form of {@link #toLine()}.
	 */
	public static Measurement parse(String line) {
		String[] parts = line.split(" ", 5);
		return new Measurement(Cell.parse(parts[0]), Long.parseLong(parts[1]), Double.parseDouble(parts[2]),
				Double.parseDouble(parts[3]), Double.parseDouble(parts[4]));
	}

	String toLine() {
		return String.join(" ", this.cell.toString(), Long.toString(this.operations), Double.toString(this.seconds),
				Double.toString(this.cpuNanos), Double.toString(this.heapBytes));
	}

}
