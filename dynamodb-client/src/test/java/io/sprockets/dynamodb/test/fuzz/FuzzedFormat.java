package io.sprockets.dynamodb.test.fuzz;

import java.util.List;

/**
 * What has a meaning in the format of the inputs, for changes that go deeper than chance
 * alone would.
 *
 * @param telling single bytes
 * @param tokens longer parts
 * @param numbers numbers to put in the place of others
 * @param nestings what may be put around a part, again and again
 */
public record FuzzedFormat(byte[] telling, List<String> tokens, List<String> numbers, List<Nesting> nestings) {

	/** Numbers at the edges of what Java and the readers can hold. */
	public static final List<String> EDGE_NUMBERS = List.of("0", "-0", "-1", "1", "127", "2147483647", "2147483648",
			"-2147483649", "9223372036854775807", "9223372036854775808", "1e5", "1E+2147483647", "1e-2147483648",
			"1e999999999", "-1e-999999999", "1e99999999999999999999", "0e999999999", "0.0000000000000000000000000001",
			"1" + "0".repeat(40), "9".repeat(999), "9".repeat(1_001), "0." + "3".repeat(2_000), "1e309", "NaN");

	/**
	 * Two ends of a level of nesting.
	 */
	public record Nesting(String start, String end) {

	}

}
