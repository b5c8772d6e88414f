package io.sprockets.dynamodb.codec;

import java.util.function.Function;

/**
 * What items of an answer become, resolved once for any number of answers.
 *
 * @param <T> what items become
 */
public final class ItemType<T> {

	private final Function<JsonInput, ItemReader<T>> readers;

	ItemType(Function<JsonInput, ItemReader<T>> readers) {
		this.readers = readers;
	}

	/**
	 * Returns a reader of the items of one answer.
	 */
	ItemReader<T> reader(JsonInput input) {
		return this.readers.apply(input);
	}

}
