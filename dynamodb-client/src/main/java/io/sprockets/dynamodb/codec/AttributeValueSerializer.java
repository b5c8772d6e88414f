package io.sprockets.dynamodb.codec;

import io.sprockets.dynamodb.model.AttributeValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes a property that is declared as {@link AttributeValue}.
 */
final class AttributeValueSerializer extends StdSerializer<AttributeValue> {

	AttributeValueSerializer() {
		super(AttributeValue.class);
	}

	@Override
	public void serialize(AttributeValue value, JsonGenerator out, SerializationContext context) {
		if (!(out instanceof ItemGenerator items)) {
			throw new IllegalStateException("Attribute values are written into items only");
		}
		write(value, items);
	}

	static void write(AttributeValue value, ItemGenerator items) {
		if (value instanceof AttributeValue.S string) {
			items.writeString(string.value());
		}
		else if (value instanceof AttributeValue.N number) {
			items.writeNumber(number.value());
		}
		else if (value instanceof AttributeValue.B binary) {
			items.writeBinary(binary.value());
		}
		else if (value instanceof AttributeValue.M map) {
			items.writeStartObject(map.values());
			map.values().forEach((name, member) -> {
				items.writeName(name);
				write(member, items);
			});
			items.writeEndObject();
		}
		else if (value instanceof AttributeValue.L list) {
			items.writeStartArray();
			list.values().forEach((element) -> write(element, items));
			items.writeEndArray();
		}
		else if (value instanceof AttributeValue.Ss strings) {
			items.writeStartSet(strings.values().isEmpty());
			strings.values().forEach(items::writeString);
			items.writeEndArray();
		}
		else if (value instanceof AttributeValue.Ns numbers) {
			items.writeStartSet(numbers.values().isEmpty());
			numbers.values().forEach((decimal) -> items.writeNumber(decimal));
			items.writeEndArray();
		}
		else if (value instanceof AttributeValue.Bs binaries) {
			items.writeStartSet(binaries.values().isEmpty());
			binaries.values().forEach(items::writeBinary);
			items.writeEndArray();
		}
		else if (value instanceof AttributeValue.Bool bool) {
			items.writeBoolean(bool.value());
		}
		else {
			items.writeNullValue();
		}
	}

}
