package io.sprockets.dynamodb.benchmarks.macro;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * What the windows showed, one after another. Windows of the same index lie next to each
 * other in time, so that two series are best compared window by window: what disturbs the
 * machine for a while disturbs both.
 *
 * @param values one for each window; none if nothing was measured
 */
record Series(double... values) {

	Series dividedBy(Series other) {
		return with(other, (value, divisor) -> value / divisor);
	}

	Series minus(Series other) {
		return with(other, (value, subtrahend) -> value - subtrahend);
	}

	private Series with(Series other, DoubleBinaryOperator operator) {
		int length = Math.min(this.values.length, other.values.length);
		return new Series(IntStream.range(0, length)
			.mapToDouble((index) -> operator.applyAsDouble(this.values[index], other.values[index]))
			.toArray());
	}

	boolean isEmpty() {
		return this.values.length == 0;
	}

	double median() {
		double[] sorted = sorted();
		int middle = sorted.length / 2;
		return (sorted.length % 2 != 0) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	double min() {
		return sorted()[0];
	}

	double max() {
		return sorted()[this.values.length - 1];
	}

	private double[] sorted() {
		double[] sorted = this.values.clone();
		Arrays.sort(sorted);
		return sorted;
	}

}
