package io.sprockets.dynamodb.codec;

import io.sprockets.dynamodb.error.ItemConversionException;
import tools.jackson.core.JsonGenerator;

/**
 * The structure of DynamoDB's typed JSON: what surrounds a value, and where it may stand.
 */
abstract class TypedGenerator extends ForwardingGenerator {

	protected final AttributePath path = new AttributePath();

	TypedGenerator(JsonGenerator out) {
		super(out);
	}

	/**
	 * Returns where in the item this generator is.
	 */
	AttributePath path() {
		return this.path;
	}

	/**
	 * Makes ready for the next item, also after a failure.
	 */
	void reset() {
		this.path.clear();
	}

	/**
	 * Begins a set, of which nothing is written yet: its type is that of its first
	 * element, and an empty one is left out.
	 */
	void writeStartSet(boolean empty) {
		ContainerKind kind = this.path.kind();
		if (kind == null || !kind.isMap()) {
			refuseInSet("a set");
			if (empty) {
				throw problem("DynamoDB has no empty set, and it cannot be left out here");
			}
		}
		this.path.push(empty ? ContainerKind.EMPTY_SET : ContainerKind.SET);
	}

	void writeNullValue() {
		startTyped(AttributeType.NULL);
		this.out.writeBoolean(true);
		this.out.writeEndObject();
	}

	/**
	 * Returns the error of the value that would be written next.
	 */
	ItemConversionException problem(String text) {
		if (this.path.kind() == ContainerKind.LIST) {
			this.path.nextIndex();
		}
		return new ItemConversionException(this.path.toString(), text, null);
	}

	/**
	 * Begins a string, number or binary: wrapped in its type, unless in a set.
	 * @return whether it is wrapped
	 */
	boolean startScalar(AttributeType type, ContainerKind setKind) {
		ContainerKind kind = this.path.kind();
		if (kind == null || !kind.isSet()) {
			startTyped(type);
			return true;
		}
		if (kind == ContainerKind.SET) {
			startSet(setKind);
		}
		else if (kind != setKind) {
			throw problem("a set must hold values of one kind: strings, numbers or binaries");
		}
		return false;
	}

	void endScalar(boolean wrapped) {
		if (wrapped) {
			this.out.writeEndObject();
		}
	}

	private void startSet(ContainerKind setKind) {
		this.path.pop();
		startTyped(switch (setKind) {
			case STRING_SET -> AttributeType.SS;
			case NUMBER_SET -> AttributeType.NS;
			default -> AttributeType.BS;
		});
		this.out.writeStartArray();
		this.path.push(setKind);
	}

	/**
	 * Begins a value: its name where it has one, and the object that names its type.
	 */
	void startTyped(AttributeType type) {
		ContainerKind kind = this.path.kind();
		if (kind == null) {
			throw problem("an item must be an object with named attributes, such as a map or a record");
		}
		if (kind.isMap()) {
			this.out.writeName(this.path.name());
		}
		else {
			refuseInSet((type != AttributeType.NULL) ? "a " + type : "null");
			this.path.nextIndex();
		}
		this.out.writeStartObject();
		this.out.writeName(type.wireName());
	}

	private void refuseInSet(String what) {
		ContainerKind kind = this.path.kind();
		if (kind != null && kind.isSet()) {
			throw problem("a set holds only strings, numbers or binaries, not " + what + "; use a list");
		}
	}

}
