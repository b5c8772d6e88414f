package io.sprockets.dynamodb.codec;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what is around the items of one request.
 */
final class WireObjectWriter {

	private static final byte[] TRUE = JsonBytes.ascii("true");

	private static final byte[] FALSE = JsonBytes.ascii("false");

	private final JsonBytes out;

	private final ItemWriter items;

	private final JsonMapper structures;

	WireObjectWriter(JsonBytes out, ItemWriter items, JsonMapper structures) {
		this.out = out;
		this.items = items;
		this.structures = structures;
	}

	void write(WireObject object) {
		this.out.write('{');
		for (int i = 0; i < object.size(); i++) {
			this.out.writeName(object.name(i));
			write(object.value(i));
		}
		this.out.write('}');
	}

	private void write(@Nullable Object value) {
		if (value instanceof String text) {
			this.out.writeString(text);
		}
		else if (value instanceof WireObject.Item item) {
			this.items.writeItem(item.value());
		}
		else if (value instanceof WireObject.Attributes attributes) {
			this.items.writeAttributes(attributes.values());
		}
		else if (value instanceof WireObject object) {
			write(object);
		}
		else if (value instanceof Boolean bool) {
			this.out.write(bool ? TRUE : FALSE);
		}
		else if (value instanceof Integer number) {
			this.out.writeDigits(number);
		}
		else if (value instanceof Enum<?> constant) {
			this.out.writeString(constant.name());
		}
		else if (value instanceof List<?> list) {
			write(list);
		}
		else {
			this.structures.writeValue(this.out, value);
		}
	}

	private void write(List<?> list) {
		this.out.write('[');
		for (Object element : list) {
			this.out.separate();
			write(element);
		}
		this.out.write(']');
	}

}
