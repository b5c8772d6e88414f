package io.sprockets.dynamodb.benchmarks.macro;

import java.util.Arrays;

/**
 * The middle and the ends of some numbers; not a number where there are none.
 */
record Spread(double median, double min, double max) {

	static Spread of(double... values) {
		if (values.length == 0) {
			return new Spread(Double.NaN, Double.NaN, Double.NaN);
		}
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		int middle = sorted.length / 2;
		double median = (sorted.length % 2 != 0) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
		return new Spread(median, sorted[0], sorted[sorted.length - 1]);
	}

}
