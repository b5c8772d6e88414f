package io.sprockets.dynamodb.codec;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the body of one request.
 */
final class RequestWriter {

	private final JsonGenerator out;

	private final ItemWriter items;

	private final JsonMapper wireMapper;

	RequestWriter(JsonGenerator out, ItemWriter items, JsonMapper wireMapper) {
		this.out = out;
		this.items = items;
		this.wireMapper = wireMapper;
	}

	void write(WireObject object) {
		this.out.writeStartObject();
		for (int i = 0; i < object.size(); i++) {
			this.out.writeName(object.name(i));
			writeValue(object.value(i));
		}
		this.out.writeEndObject();
	}

	private void writeValue(@Nullable Object value) {
		if (value instanceof String text) {
			this.out.writeString(text);
		}
		else if (value instanceof Boolean bool) {
			this.out.writeBoolean(bool);
		}
		else if (value instanceof Integer number) {
			this.out.writeNumber(number.intValue());
		}
		else if (value instanceof Enum<?> constant) {
			this.out.writeString(constant.name());
		}
		else if (value instanceof WireObject object) {
			write(object);
		}
		else if (value instanceof WireObject.Item item) {
			this.items.writeItem(item.value());
		}
		else if (value instanceof WireObject.Attributes attributes) {
			this.items.writeAttributes(attributes.values());
		}
		else if (value instanceof List<?> list) {
			this.out.writeStartArray();
			list.forEach(this::writeValue);
			this.out.writeEndArray();
		}
		else {
			this.wireMapper.writeValue(this.out, value);
		}
	}

}
