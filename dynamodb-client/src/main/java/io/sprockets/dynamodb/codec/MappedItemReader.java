package io.sprockets.dynamodb.codec;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.ObjectReader;

/**
 * Reads items as anything Jackson can make, straight from the answer's bytes.
 *
 * @param <T> what the item becomes
 */
final class MappedItemReader<T> implements ItemReader<T> {

	private final ObjectReader reader;

	MappedItemReader(ObjectReader reader) {
		this.reader = reader;
	}

	@Override
	public T read(JsonParser parser) {
		ItemParser item = new ItemParser(parser);
		item.begin();
		try {
			T value = this.reader.readValue(item);
			finish(item);
			return value;
		}
		catch (JacksonException ex) {
			throw ItemConversions.ofReading(ex, item.attributePath());
		}
	}

	/**
	 * Goes to the item's end, also where a deserializer stopped before it.
	 */
	private void finish(ItemParser item) {
		while (item.openContainers() > 0) {
			item.nextToken();
		}
	}

}
