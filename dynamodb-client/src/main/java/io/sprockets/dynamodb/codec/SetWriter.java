package io.sprockets.dynamodb.codec;

import java.nio.ByteBuffer;
import java.util.Set;

import io.sprockets.dynamodb.model.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * Writes sets: the type of a set is that of its first element.
 */
final class SetWriter {

	private final JsonBytes out;

	private final ObjectValueWriter objects;

	SetWriter(JsonBytes out, ObjectValueWriter objects) {
		this.out = out;
		this.objects = objects;
	}

	/**
	 * Begins the next element of a set, and with the first one the set.
	 * @param kind what is known of the set so far
	 * @param kindOfElement the kind of a set of such elements
	 */
	static void startElement(ContainerKind kind, ContainerKind kindOfElement, JsonBytes out) {
		if (kind == ContainerKind.SET) {
			out.write((switch (kindOfElement) {
				case STRING_SET -> AttributeType.SS;
				case NUMBER_SET -> AttributeType.NS;
				default -> AttributeType.BS;
			}).opening());
			out.write('[');
		}
		else if (kind == kindOfElement) {
			out.separate();
		}
		else {
			throw new UnwritableValueException("a set must hold values of one kind: strings, numbers or binaries");
		}
	}

	static void end(ContainerKind kind, JsonBytes out) {
		if (kind != ContainerKind.SET) {
			out.write(']');
			out.write('}');
		}
	}

	void write(Set<?> set, int depth) {
		ContainerKind kind = ContainerKind.SET;
		for (Object element : set) {
			kind = writeElement(kind, element, depth);
		}
		end(kind, this.out);
	}

	/**
	 * Writes a set of attribute values.
	 */
	void write(AttributeValue set) {
		ContainerKind kind = ContainerKind.SET;
		if (set instanceof AttributeValue.Ss strings) {
			for (String string : strings.values()) {
				kind = writeText(kind, string);
			}
		}
		else if (set instanceof AttributeValue.Ns numbers) {
			for (String decimal : numbers.values()) {
				startElement(kind, ContainerKind.NUMBER_SET, this.out);
				kind = ContainerKind.NUMBER_SET;
				WireNumbers.write(decimal, this.out);
			}
		}
		else if (set instanceof AttributeValue.Bs binaries) {
			for (byte[] bytes : binaries.values()) {
				kind = writeBinary(kind, ByteBuffer.wrap(bytes));
			}
		}
		end(kind, this.out);
	}

	private ContainerKind writeElement(ContainerKind kind, @Nullable Object element, int depth) {
		if (element instanceof String text) {
			return writeText(kind, text);
		}
		if (element instanceof Number number) {
			return writeNumber(kind, number, depth);
		}
		if (element instanceof byte[] bytes) {
			return writeBinary(kind, ByteBuffer.wrap(bytes));
		}
		if (element instanceof ByteBuffer buffer) {
			return writeBinary(kind, buffer);
		}
		return this.objects.writeElement(element, kind, depth);
	}

	private ContainerKind writeText(ContainerKind kind, String text) {
		startElement(kind, ContainerKind.STRING_SET, this.out);
		this.out.writeString(text);
		return ContainerKind.STRING_SET;
	}

	private ContainerKind writeNumber(ContainerKind kind, Number number, int depth) {
		int start = this.out.size();
		startElement(kind, ContainerKind.NUMBER_SET, this.out);
		if (WireNumbers.write(number, this.out)) {
			return ContainerKind.NUMBER_SET;
		}
		this.out.takeBack(start);
		return this.objects.writeElement(number, kind, depth);
	}

	private ContainerKind writeBinary(ContainerKind kind, ByteBuffer buffer) {
		startElement(kind, ContainerKind.BINARY_SET, this.out);
		this.out.writeBinary(buffer);
		return ContainerKind.BINARY_SET;
	}

}
