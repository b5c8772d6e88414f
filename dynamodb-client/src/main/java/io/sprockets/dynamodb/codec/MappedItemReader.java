package io.sprockets.dynamodb.codec;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * Reads items as anything Jackson can make, straight from the answer's bytes.
 *
 * @param <T> what the item becomes
 */
final class MappedItemReader<T> implements ItemReader<T> {

	private final ObjectReader reader;

	private final ItemParser parser;

	MappedItemReader(ObjectReader reader, JsonInput input) {
		this.reader = reader;
		this.parser = new ItemParser(input, reader);
	}

	@Override
	public T read() {
		try {
			this.parser.begin();
			T value = this.reader.readValue(this.parser);
			finish();
			return value;
		}
		catch (JacksonException ex) {
			throw ItemConversions.ofReading(ex, this.parser.attributePath());
		}
	}

	/**
	 * Goes to the item's end, also where a deserializer stopped before it.
	 */
	private void finish() {
		while (this.parser.openContainers() > 0) {
			this.parser.nextToken();
		}
	}

}
