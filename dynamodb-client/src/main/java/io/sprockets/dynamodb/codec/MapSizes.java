package io.sprockets.dynamodb.codec;

/**
 * Capacities of hash maps, so that they are neither too large nor made twice.
 */
final class MapSizes {

	/** Of an item nothing is known about: as much as Java's default capacity holds. */
	static final int UNKNOWN = 12;

	/** Of a map or list inside of an item. */
	static final int NESTED = 6;

	/** Of a set. */
	static final int SET = 3;

	/** One item of very many members does not make a small one after it as large. */
	static final int MOST_LIKELY = 1_000;

	private MapSizes() {
	}

	/**
	 * Returns the capacity of a map that holds as many entries without growing.
	 */
	static int capacity(int entries) {
		return (entries * 4 + 2) / 3;
	}

}
