package io.sprockets.dynamodb.codec;

/**
 * Reads the items of one answer, one after the other.
 *
 * @param <T> what items become
 */
@FunctionalInterface
interface ItemReader<T> {

	/**
	 * Reads the item that begins next, to its end.
	 */
	T read();

}
