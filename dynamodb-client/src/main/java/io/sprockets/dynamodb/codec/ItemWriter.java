package io.sprockets.dynamodb.codec;

import java.util.Map;

import io.sprockets.dynamodb.error.ItemConversionException;
import io.sprockets.dynamodb.model.AttributeValue;

/**
 * Writes items and named values into a request. One for each request.
 */
final class ItemWriter {

	private final JsonBytes out;

	private final ValueWriter values;

	ItemWriter(JsonBytes out, ItemWriteContext context) {
		this.out = out;
		this.values = new ValueWriter(out, context);
	}

	/**
	 * Writes an item.
	 * @throws ItemConversionException if DynamoDB has no type for a value in it
	 */
	void writeItem(Object item) {
		try {
			if (item instanceof Map<?, ?> map) {
				this.values.writeEntries(map, 1);
			}
			else if (item instanceof AttributeValue.M map) {
				this.values.writeEntries(map.values(), 1);
			}
			else {
				this.values.objects().writeItem(item);
			}
		}
		catch (UnwritableValueException ex) {
			throw ex.toItemConversion();
		}
	}

	/**
	 * Writes named values, each in DynamoDB's types. None can be left out.
	 * @throws ItemConversionException if DynamoDB has no type for one of them
	 */
	void writeAttributes(WireObject attributes) {
		this.out.write('{');
		for (int i = 0; i < attributes.size(); i++) {
			String name = attributes.name(i);
			try {
				this.out.writeName(name);
				this.values.writeInPlace(attributes.value(i), 1);
			}
			catch (UnwritableValueException ex) {
				throw ex.in(name).toItemConversion();
			}
		}
		this.out.write('}');
	}

}
