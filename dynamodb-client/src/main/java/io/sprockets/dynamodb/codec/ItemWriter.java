package io.sprockets.dynamodb.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

import io.sprockets.dynamodb.error.ItemConversionException;
import io.sprockets.dynamodb.model.AttributeValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;

/**
 * Writes items into a request: plain Java values and attribute values by hand, anything
 * else through Jackson. One for each request.
 */
final class ItemWriter {

	private final ItemGenerator items;

	private final ObjectWriter mapper;

	ItemWriter(JsonGenerator out, ObjectWriter mapper) {
		this.items = new ItemGenerator(out);
		this.mapper = mapper;
	}

	/**
	 * Writes an item as the next value.
	 * @throws ItemConversionException if DynamoDB has no type for a value in it
	 */
	void writeItem(Object item) {
		try {
			writeValue(item);
		}
		catch (JacksonException ex) {
			throw ItemConversions.ofWriting(ex, this.items.path().toString());
		}
		finally {
			this.items.reset();
		}
	}

	/**
	 * Writes named values, each in DynamoDB's types, as the next value.
	 * @throws ItemConversionException if DynamoDB has no type for one of them
	 */
	void writeAttributes(WireObject attributes) {
		try {
			this.items.writeStartObject(Map.of());
			for (int i = 0; i < attributes.size(); i++) {
				this.items.writeName(attributes.name(i));
				Object value = attributes.value(i);
				if (value instanceof Set<?> set && set.isEmpty()) {
					throw this.items.problem("DynamoDB has no empty set");
				}
				writeValue(value);
			}
			this.items.writeEndObject();
		}
		catch (JacksonException ex) {
			throw ItemConversions.ofWriting(ex, this.items.path().toString());
		}
		finally {
			this.items.reset();
		}
	}

	private void writeValue(@Nullable Object value) {
		if (value instanceof String string) {
			this.items.writeString(string);
		}
		else if (value instanceof Number number) {
			writeNumber(number);
		}
		else if (value == null) {
			this.items.writeNull();
		}
		else if (value instanceof Map<?, ?> map) {
			writeMap(map);
		}
		else if (value instanceof Boolean bool) {
			this.items.writeBoolean(bool);
		}
		else if (value instanceof AttributeValue attributeValue) {
			AttributeValueSerializer.write(attributeValue, this.items);
		}
		else if (value instanceof Collection<?> collection) {
			writeCollection(collection);
		}
		else if (value instanceof byte[] bytes) {
			this.items.writeBinary(bytes);
		}
		else if (value instanceof ByteBuffer buffer) {
			writeBuffer(buffer);
		}
		else {
			writeObject(value);
		}
	}

	private void writeObject(Object value) {
		int containers = this.items.path().depth();
		try {
			this.mapper.writeValue(this.items, value);
		}
		catch (JacksonException ex) {
			throw ItemConversions.ofWriting(ex, this.items.path().toString(containers));
		}
	}

	private void writeNumber(Number number) {
		if (number instanceof Integer integer) {
			this.items.writeNumber(integer.intValue());
		}
		else if (number instanceof Long integer) {
			this.items.writeNumber(integer.longValue());
		}
		else if (number instanceof BigDecimal decimal) {
			this.items.writeNumber(decimal);
		}
		else if (number instanceof Double real) {
			this.items.writeNumber(real.doubleValue());
		}
		else if (number instanceof BigInteger integer) {
			this.items.writeNumber(integer);
		}
		else {
			writeObject(number);
		}
	}

	private void writeMap(Map<?, ?> map) {
		this.items.writeStartObject(map);
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			if (!(entry.getKey() instanceof String name)) {
				throw this.items.problem("the keys of a map must be strings");
			}
			this.items.writeName(name);
			writeValue(entry.getValue());
		}
		this.items.writeEndObject();
	}

	private void writeCollection(Collection<?> collection) {
		this.items.writeStartArray((collection instanceof Set) ? collection : null);
		for (Object element : collection) {
			writeValue(element);
		}
		this.items.writeEndArray();
	}

	private void writeBuffer(ByteBuffer buffer) {
		byte[] bytes = new byte[buffer.remaining()];
		buffer.duplicate().get(bytes);
		this.items.writeBinary(bytes);
	}

}
