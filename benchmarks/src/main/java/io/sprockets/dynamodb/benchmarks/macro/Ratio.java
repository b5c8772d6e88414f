package io.sprockets.dynamodb.benchmarks.macro;

/**
 * A ratio with the numbers it has to keep.
 *
 * @param title what is divided by what
 * @param measured what each window showed
 * @param must what the median must not exceed
 * @param aim what it should not exceed; not a number for none
 */
record Ratio(String title, Series measured, double must, double aim) {

	String verdict() {
		if (this.measured.isEmpty()) {
			return "not measured";
		}
		if (this.measured.median() > this.must) {
			return "not met";
		}
		return (this.measured.median() <= this.aim) ? "met, aim too" : "met";
	}

}
