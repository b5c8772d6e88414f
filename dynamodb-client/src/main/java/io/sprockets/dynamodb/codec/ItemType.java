package io.sprockets.dynamodb.codec;

/**
 * What items of an answer become, resolved once for any number of answers.
 *
 * @param <T> what items become
 */
public final class ItemType<T> {

	private final ItemReader<T> reader;

	ItemType(ItemReader<T> reader) {
		this.reader = reader;
	}

	ItemReader<T> reader() {
		return this.reader;
	}

}
