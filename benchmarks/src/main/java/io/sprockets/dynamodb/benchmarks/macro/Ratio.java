package io.sprockets.dynamodb.benchmarks.macro;

/**
 * A ratio with the numbers it has to keep.
 *
 * @param title what is divided by what
 * @param measured the worst of what was measured; not a number if it was not
 * @param must what it must not exceed
 * @param aim what it should not exceed; not a number for none
 */
record Ratio(String title, double measured, double must, double aim) {

	boolean isMeasured() {
		return !Double.isNaN(this.measured);
	}

	String verdict() {
		if (!isMeasured()) {
			return "not measured";
		}
		if (this.measured > this.must) {
			return "not met";
		}
		return (this.measured <= this.aim) ? "met, aim too" : "met";
	}

}
