package io.sprockets.dynamodb.codec;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import io.sprockets.dynamodb.model.AttributeValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.TreeNode;

/**
 * Writes what Jackson serializes as DynamoDB's typed JSON: every value but the item
 * itself is wrapped in an object that names its type.
 */
final class ItemGenerator extends TypedGenerator {

	private final ValueWriter values;

	ItemGenerator(JsonBytes out, ItemWriteContext writeContext, ValueWriter values) {
		super(out, writeContext);
		this.values = values;
	}

	@Override
	public JsonGenerator writeStartObject() {
		return writeStartObject(null);
	}

	@Override
	public JsonGenerator writeStartObject(@Nullable Object forValue, int size) {
		return writeStartObject(forValue);
	}

	@Override
	public JsonGenerator writeStartObject(@Nullable Object forValue) {
		if (!isAtItem()) {
			startTyped(AttributeType.M);
		}
		this.out.write('{');
		open((forValue instanceof Map) ? ContainerKind.ENTRIES : ContainerKind.PROPERTIES, forValue);
		return this;
	}

	@Override
	public JsonGenerator writeEndObject() {
		leave();
		this.out.write('}');
		endScalar(!isAtItem());
		return this;
	}

	@Override
	public JsonGenerator writeStartArray() {
		return writeStartArray(null);
	}

	@Override
	public JsonGenerator writeStartArray(@Nullable Object forValue, int size) {
		return writeStartArray(forValue);
	}

	@Override
	public JsonGenerator writeStartArray(@Nullable Object forValue) {
		if (forValue instanceof Set<?> set) {
			startSet(set.isEmpty());
		}
		else {
			startTyped(AttributeType.L);
			this.out.write('[');
			open(ContainerKind.LIST, forValue);
		}
		return this;
	}

	@Override
	public JsonGenerator writeEndArray() {
		ContainerKind kind = leave();
		if (kind == ContainerKind.SET) {
			this.out.takeBack(this.context.start());
		}
		else if (kind != ContainerKind.EMPTY_SET) {
			this.out.write(']');
			this.out.write('}');
		}
		return this;
	}

	@Override
	public JsonGenerator writeName(String name) {
		this.context.next(name, this.out.size());
		this.out.writeName(name);
		return this;
	}

	@Override
	public JsonGenerator writeName(SerializableString name) {
		this.context.next(name.getValue(), this.out.size());
		this.out.writeName(name);
		return this;
	}

	@Override
	public JsonGenerator writeString(@Nullable String value) {
		if (value == null) {
			return writeNull();
		}
		boolean wrapped = startScalar(AttributeType.S, ContainerKind.STRING_SET);
		this.out.writeString(value);
		endScalar(wrapped);
		return this;
	}

	@Override
	public JsonGenerator writeString(char[] buffer, int offset, int length) {
		return writeString(new String(buffer, offset, length));
	}

	@Override
	public JsonGenerator writeString(SerializableString value) {
		boolean wrapped = startScalar(AttributeType.S, ContainerKind.STRING_SET);
		this.out.writeString(value);
		endScalar(wrapped);
		return this;
	}

	@Override
	public JsonGenerator writeString(Reader reader, int length) {
		return writeString(JacksonStreams.read(reader, length));
	}

	@Override
	public JsonGenerator writeUTF8String(byte[] buffer, int offset, int length) {
		return writeString(new String(buffer, offset, length, StandardCharsets.UTF_8));
	}

	/**
	 * Writes a binary, always in the one variant of Base64 that DynamoDB reads.
	 */
	@Override
	public JsonGenerator writeBinary(Base64Variant variant, byte[] data, int offset, int length) {
		boolean wrapped = startScalar(AttributeType.B, ContainerKind.BINARY_SET);
		this.out.writeBinary(data, offset, length);
		endScalar(wrapped);
		return this;
	}

	@Override
	public int writeBinary(Base64Variant variant, InputStream data, int length) {
		byte[] bytes = JacksonStreams.read(data, length);
		writeBinary(variant, bytes, 0, bytes.length);
		return bytes.length;
	}

	@Override
	public JsonGenerator writeNumber(short value) {
		return writeNumber((long) value);
	}

	@Override
	public JsonGenerator writeNumber(int value) {
		return writeNumber((long) value);
	}

	@Override
	public JsonGenerator writeNumber(long value) {
		boolean wrapped = startNumber();
		WireNumbers.write(value, this.out);
		endScalar(wrapped);
		return this;
	}

	@Override
	public JsonGenerator writeNumber(@Nullable BigInteger value) {
		if (value == null) {
			return writeNull();
		}
		boolean wrapped = startNumber();
		WireNumbers.write(value, this.out);
		endScalar(wrapped);
		return this;
	}

	@Override
	public JsonGenerator writeNumber(double value) {
		boolean wrapped = startNumber();
		WireNumbers.write(value, this.out);
		endScalar(wrapped);
		return this;
	}

	@Override
	public JsonGenerator writeNumber(float value) {
		boolean wrapped = startNumber();
		WireNumbers.write(value, this.out);
		endScalar(wrapped);
		return this;
	}

	@Override
	public JsonGenerator writeNumber(@Nullable BigDecimal value) {
		if (value == null) {
			return writeNull();
		}
		boolean wrapped = startNumber();
		WireNumbers.write(value, this.out);
		endScalar(wrapped);
		return this;
	}

	@Override
	public JsonGenerator writeNumber(String decimal) {
		boolean wrapped = startNumber();
		WireNumbers.write(decimal, this.out);
		endScalar(wrapped);
		return this;
	}

	@Override
	public JsonGenerator writeBoolean(boolean value) {
		startValue("a BOOL");
		this.values.write(value);
		return this;
	}

	/**
	 * Writes a {@code null}: left out as a property, DynamoDB's null elsewhere.
	 */
	@Override
	public JsonGenerator writeNull() {
		if (this.context.kind() == ContainerKind.PROPERTIES) {
			leaveOut();
		}
		else {
			startValue("null");
			this.values.writeNull();
		}
		return this;
	}

	/**
	 * Writes an attribute value that is neither string, number nor binary.
	 */
	void writeTyped(AttributeValue value) {
		startValue("a " + value.getClass().getSimpleName());
		int start = this.out.size();
		this.values.write(value, this.context.depth());
		if (this.out.size() == start) {
			leaveOut();
		}
	}

	@Override
	public JsonGenerator writePOJO(@Nullable Object value) {
		if (value == null) {
			return writeNull();
		}
		objectWriteContext().writeValue(this, value);
		return this;
	}

	@Override
	public JsonGenerator writeTree(@Nullable TreeNode tree) {
		if (tree == null) {
			return writeNull();
		}
		objectWriteContext().writeTree(this, tree);
		return this;
	}

	@Override
	RuntimeException rawNotPossible() {
		return new UnwritableValueException(
				"raw JSON cannot be written into an item; write the value as an object or as text");
	}

	private boolean startNumber() {
		return startScalar(AttributeType.N, ContainerKind.NUMBER_SET);
	}

}
