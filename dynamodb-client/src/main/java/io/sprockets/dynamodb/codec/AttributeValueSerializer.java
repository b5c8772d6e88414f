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
		if (value instanceof AttributeValue.S string) {
			items.writeString(string.value());
		}
		else if (value instanceof AttributeValue.N number) {
			items.writeNumber(number.value());
		}
		else if (value instanceof AttributeValue.B binary) {
			items.writeBinary(binary.value());
		}
		else {
			items.writeTyped(value);
		}
	}

}
