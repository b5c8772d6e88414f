package io.sprockets.dynamodb.codec;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

import io.sprockets.dynamodb.model.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain Java values and attribute values in DynamoDB's types, by hand. Anything
 * else is Jackson's.
 *
 * <p>
 * An empty set writes nothing: what to make of that is up to the place where it stands.
 */
final class ValueWriter {

	/**
	 * Containers within each other, far more than DynamoDB's 32: more hold themselves.
	 */
	static final int MAX_DEPTH = 250;

	private static final byte[] NULL = JsonBytes.ascii("{\"NULL\":true}");

	private static final byte[] TRUE = JsonBytes.ascii("{\"BOOL\":true}");

	private static final byte[] FALSE = JsonBytes.ascii("{\"BOOL\":false}");

	private final JsonBytes out;

	private final SetWriter sets;

	private final ObjectValueWriter objects;

	ValueWriter(JsonBytes out, ItemWriteContext context) {
		this.out = out;
		this.objects = new ObjectValueWriter(out, context, this);
		this.sets = new SetWriter(out, this.objects);
	}

	ObjectValueWriter objects() {
		return this.objects;
	}

	/**
	 * Writes a value, with its type around it.
	 * @param depth how many containers are open
	 */
	void write(@Nullable Object value, int depth) {
		if (value instanceof String text) {
			writeText(text);
		}
		else if (value instanceof Number number) {
			writeNumber(number, depth);
		}
		else if (value == null) {
			writeNull();
		}
		else if (value instanceof Boolean bool) {
			write(bool.booleanValue());
		}
		else if (value instanceof AttributeValue typed) {
			write(typed, depth);
		}
		else if (value instanceof Map<?, ?> map) {
			writeMap(map, depth);
		}
		else if (value instanceof Set<?> set) {
			this.sets.write(set, depth);
		}
		else if (value instanceof Collection<?> collection) {
			writeList(collection, depth);
		}
		else if (value instanceof byte[] bytes) {
			writeBinary(bytes);
		}
		else if (value instanceof ByteBuffer buffer) {
			this.out.write(AttributeType.B.opening());
			this.out.writeBinary(buffer);
			this.out.write('}');
		}
		else {
			this.objects.write(value, depth);
		}
	}

	void write(AttributeValue value, int depth) {
		if (value instanceof AttributeValue.S string) {
			writeText(string.value());
		}
		else if (value instanceof AttributeValue.N number) {
			this.out.write(AttributeType.N.opening());
			WireNumbers.write(number.value(), this.out);
			this.out.write('}');
		}
		else if (value instanceof AttributeValue.B binary) {
			writeBinary(binary.value());
		}
		else if (value instanceof AttributeValue.M map) {
			writeMap(map.values(), depth);
		}
		else if (value instanceof AttributeValue.L list) {
			writeList(list.values(), depth);
		}
		else if (value instanceof AttributeValue.Bool bool) {
			write(bool.value());
		}
		else if (value instanceof AttributeValue.Null) {
			writeNull();
		}
		else {
			this.sets.write(value);
		}
	}

	void write(boolean value) {
		this.out.write(value ? TRUE : FALSE);
	}

	void writeNull() {
		this.out.write(NULL);
	}

	private void writeText(String text) {
		this.out.write(AttributeType.S.opening());
		this.out.writeString(text);
		this.out.write('}');
	}

	private void writeBinary(byte[] bytes) {
		this.out.write(AttributeType.B.opening());
		this.out.writeBinary(bytes);
		this.out.write('}');
	}

	private void writeNumber(Number number, int depth) {
		int start = this.out.size();
		this.out.write(AttributeType.N.opening());
		if (WireNumbers.write(number, this.out)) {
			this.out.write('}');
		}
		else {
			this.out.takeBack(start);
			this.objects.write(number, depth);
		}
	}

	private void writeMap(Map<?, ?> map, int depth) {
		this.out.write(AttributeType.M.opening());
		writeEntries(map, depth + 1);
		this.out.write('}');
	}

	/**
	 * Writes the entries of a map, without its type.
	 * @param depth how many containers are open, the map included
	 */
	void writeEntries(Map<?, ?> map, int depth) {
		requireDepth(depth);
		this.out.write('{');
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			if (!(entry.getKey() instanceof String name)) {
				throw new UnwritableValueException("the keys of a map must be strings");
			}
			writeEntry(name, entry.getValue(), depth);
		}
		this.out.write('}');
	}

	private void writeEntry(String name, @Nullable Object value, int depth) {
		int start = this.out.size();
		try {
			this.out.writeName(name);
			int nameEnd = this.out.size();
			write(value, depth);
			if (this.out.size() == nameEnd) {
				this.out.takeBack(start);
			}
		}
		catch (UnwritableValueException ex) {
			throw ex.in(name);
		}
	}

	private void writeList(Collection<?> list, int depth) {
		requireDepth(depth + 1);
		this.out.write(AttributeType.L.opening());
		this.out.write('[');
		int index = 0;
		try {
			for (Object element : list) {
				this.out.separate();
				writeInPlace(element, depth + 1);
				index++;
			}
		}
		catch (UnwritableValueException ex) {
			throw ex.at(index);
		}
		this.out.write(']');
		this.out.write('}');
	}

	/**
	 * Writes a value where there has to be one.
	 */
	void writeInPlace(@Nullable Object value, int depth) {
		int start = this.out.size();
		write(value, depth);
		if (this.out.size() == start) {
			throw new UnwritableValueException("DynamoDB has no empty set, and it cannot be left out here");
		}
	}

	static void requireDepth(int depth) {
		if (depth > MAX_DEPTH) {
			throw new UnwritableValueException(UnwritableValueException.TOO_DEEP);
		}
	}

}
