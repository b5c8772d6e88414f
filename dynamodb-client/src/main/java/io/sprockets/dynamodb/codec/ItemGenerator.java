package io.sprockets.dynamodb.codec;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.Map;

import io.sprockets.dynamodb.model.DynamoDbNumber;
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

	/** A double beyond this may lie outside DynamoDB's range. */
	private static final double SAFE_MAX = 1e125;

	private static final double SAFE_MIN = 1e-130;

	ItemGenerator(JsonGenerator out) {
		super(out);
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
		if (this.path.depth() > 0) {
			startTyped(AttributeType.M);
		}
		this.out.writeStartObject();
		this.path.push((forValue instanceof Map) ? ContainerKind.ENTRIES : ContainerKind.PROPERTIES);
		return this;
	}

	@Override
	public JsonGenerator writeEndObject() {
		this.path.pop();
		this.out.writeEndObject();
		if (this.path.depth() > 0) {
			this.out.writeEndObject();
		}
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
			writeStartSet(set.isEmpty());
		}
		else {
			startTyped(AttributeType.L);
			this.out.writeStartArray();
			this.path.push(ContainerKind.LIST);
		}
		return this;
	}

	@Override
	public JsonGenerator writeEndArray() {
		ContainerKind kind = this.path.pop();
		if (kind == ContainerKind.SET || kind == ContainerKind.EMPTY_SET) {
			return this;
		}
		this.out.writeEndArray();
		this.out.writeEndObject();
		return this;
	}

	/**
	 * Keeps the name until its value shows whether there is anything to write.
	 */
	@Override
	public JsonGenerator writeName(String name) {
		this.path.name(name);
		return this;
	}

	@Override
	public JsonGenerator writeName(SerializableString name) {
		return writeName(name.getValue());
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
		boolean wrapped = startScalar(AttributeType.S, ContainerKind.STRING_SET);
		this.out.writeString(buffer, offset, length);
		endScalar(wrapped);
		return this;
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
		boolean wrapped = startScalar(AttributeType.S, ContainerKind.STRING_SET);
		this.out.writeString(reader, length);
		endScalar(wrapped);
		return this;
	}

	@Override
	public JsonGenerator writeUTF8String(byte[] buffer, int offset, int length) {
		boolean wrapped = startScalar(AttributeType.S, ContainerKind.STRING_SET);
		this.out.writeUTF8String(buffer, offset, length);
		endScalar(wrapped);
		return this;
	}

	@Override
	public JsonGenerator writeBinary(Base64Variant variant, byte[] data, int offset, int length) {
		boolean wrapped = startScalar(AttributeType.B, ContainerKind.BINARY_SET);
		this.out.writeBinary(variant, data, offset, length);
		endScalar(wrapped);
		return this;
	}

	@Override
	public int writeBinary(Base64Variant variant, InputStream data, int length) {
		boolean wrapped = startScalar(AttributeType.B, ContainerKind.BINARY_SET);
		int written = this.out.writeBinary(variant, data, length);
		endScalar(wrapped);
		return written;
	}

	@Override
	public JsonGenerator writeNumber(short value) {
		return writeDecimal(Integer.toString(value));
	}

	@Override
	public JsonGenerator writeNumber(int value) {
		return writeDecimal(Integer.toString(value));
	}

	@Override
	public JsonGenerator writeNumber(long value) {
		return writeDecimal(Long.toString(value));
	}

	@Override
	public JsonGenerator writeNumber(@Nullable BigInteger value) {
		return (value != null) ? writeNumber(new BigDecimal(value)) : writeNull();
	}

	@Override
	public JsonGenerator writeNumber(double value) {
		if (Double.isNaN(value) || Double.isInfinite(value)) {
			throw problem("DynamoDB has no NaN and no infinity");
		}
		double magnitude = Math.abs(value);
		if (value != 0 && (magnitude > SAFE_MAX || magnitude < SAFE_MIN)) {
			return writeNumber(BigDecimal.valueOf(value));
		}
		return writeDecimal(Double.toString(value));
	}

	@Override
	public JsonGenerator writeNumber(float value) {
		if (Float.isNaN(value) || Float.isInfinite(value)) {
			throw problem("DynamoDB has no NaN and no infinity");
		}
		return writeDecimal(Float.toString(value));
	}

	@Override
	public JsonGenerator writeNumber(@Nullable BigDecimal value) {
		if (value == null) {
			return writeNull();
		}
		String problem = DynamoDbNumber.problemOf(value);
		if (problem != null) {
			throw problem(problem);
		}
		return writeDecimal(value.toString());
	}

	@Override
	public JsonGenerator writeNumber(String decimal) {
		try {
			return writeNumber(new BigDecimal(decimal));
		}
		catch (NumberFormatException ex) {
			throw problem("the number is not written as a decimal");
		}
	}

	@Override
	public JsonGenerator writeBoolean(boolean value) {
		startTyped(AttributeType.BOOL);
		this.out.writeBoolean(value);
		this.out.writeEndObject();
		return this;
	}

	/**
	 * Writes a {@code null}: left out as a property, DynamoDB's null elsewhere.
	 */
	@Override
	public JsonGenerator writeNull() {
		if (this.path.kind() != ContainerKind.PROPERTIES) {
			writeNullValue();
		}
		return this;
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
		return problem("raw JSON cannot be written into an item; write the value as an object or as text");
	}

	private JsonGenerator writeDecimal(String decimal) {
		boolean wrapped = startScalar(AttributeType.N, ContainerKind.NUMBER_SET);
		this.out.writeString(decimal);
		endScalar(wrapped);
		return this;
	}

}
