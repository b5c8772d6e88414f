package io.sprockets.dynamodb.codec;

import tools.jackson.core.JsonParser;

/**
 * Reads one item.
 *
 * @param <T> what the item becomes
 */
@FunctionalInterface
interface ItemReader<T> {

	/**
	 * Reads the item at whose start the parser is, up to its end.
	 */
	T read(JsonParser parser);

}
