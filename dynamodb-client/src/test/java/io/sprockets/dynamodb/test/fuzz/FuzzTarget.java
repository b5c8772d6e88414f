package io.sprockets.dynamodb.test.fuzz;

/**
 * What reads the inputs.
 */
@FunctionalInterface
public interface FuzzTarget {

	/**
	 * Reads an input. Whatever this throws is a fault, so the documented exceptions are
	 * caught here.
	 * @return whether the input was accepted, so that it is worth being changed further
	 */
	boolean accepts(byte[] input) throws Exception;

}
