package io.sprockets.dynamodb.codec;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.core.util.SimpleStreamReadContext;
import tools.jackson.databind.ObjectReader;

/**
 * Reads items in DynamoDB's typed JSON as the plain tokens Jackson binds to objects: the
 * objects that name types are gone, numbers are numbers and binaries are embedded
 * objects. Reads one item after the other: {@link #begin()} makes ready for the next, of
 * which there are no tokens after its end.
 */
final class ItemParser extends ScalarParser {

	private static final int INITIAL_DEPTH = 8;

	private final ObjectReader reader;

	private @Nullable ObjectReadContext objectReadContext;

	private final SimpleStreamReadContext root = this.path;

	/** What the open containers are, outermost first. */
	private ContainerKind[] kinds = new ContainerKind[INITIAL_DEPTH];

	private int depth;

	/** Whether the innermost container has no token yet. */
	private boolean first;

	private boolean valueNext;

	private boolean typeOpen;

	ItemParser(JsonInput input, ObjectReader reader) {
		super(input);
		this.reader = reader;
	}

	/**
	 * Makes ready for the item that begins next.
	 */
	void begin() {
		this.depth = 0;
		this.valueNext = false;
		this.path = this.root;
		this._currToken = startMap();
	}

	/**
	 * Says whether the innermost open container is a set.
	 */
	boolean inSet() {
		return this.depth > 0 && this.kinds[this.depth - 1].isSet();
	}

	/**
	 * Returns how many containers are open: none at the item's end.
	 */
	int openContainers() {
		return this.depth;
	}

	@Nullable ContainerKind container() {
		return (this.depth > 0) ? this.kinds[this.depth - 1] : null;
	}

	/**
	 * Returns where in the item the parser is, such as {@code lines[2].price}.
	 */
	String attributePath() {
		StringBuilder path = new StringBuilder();
		addPath(this.path, path);
		return path.toString();
	}

	private static void addPath(SimpleStreamReadContext context, StringBuilder path) {
		SimpleStreamReadContext parent = context.getParent();
		if (parent == null) {
			return;
		}
		addPath(parent, path);
		if (context.inArray()) {
			path.append('[').append(context.getCurrentIndex()).append(']');
		}
		else if (context.currentName() != null) {
			path.append(path.isEmpty() ? "" : ".").append(context.currentName());
		}
	}

	/**
	 * Returns the context of deserializers that read values by themselves; made for the
	 * few that do.
	 */
	@Override
	public ObjectReadContext objectReadContext() {
		ObjectReadContext context = this.objectReadContext;
		if (context == null) {
			context = this.reader.createParser(new byte[0]).objectReadContext();
			this.objectReadContext = context;
		}
		return context;
	}

	@Override
	public @Nullable JsonToken nextToken() {
		this._currToken = next();
		return this._currToken;
	}

	@Override
	public @Nullable String nextName() {
		return (nextToken() == JsonToken.PROPERTY_NAME) ? this.path.currentName() : null;
	}

	private @Nullable JsonToken next() {
		if (this.typeOpen) {
			this.typeOpen = false;
			WireJson.closeType(this.input);
		}
		if (this.valueNext) {
			this.valueNext = false;
			return startValue();
		}
		if (this.depth == 0) {
			return null;
		}
		ContainerKind kind = this.kinds[this.depth - 1];
		return (kind == ContainerKind.PROPERTIES) ? nextInMap() : nextInArray(kind);
	}

	private JsonToken nextInMap() {
		String name = this.input.nextName(this.first);
		this.first = false;
		if (name == null) {
			pop();
			return JsonToken.END_OBJECT;
		}
		this.path.setCurrentName(name);
		this.valueNext = true;
		return JsonToken.PROPERTY_NAME;
	}

	private JsonToken nextInArray(ContainerKind kind) {
		boolean more = this.input.nextElement(this.first);
		this.first = false;
		if (!more) {
			pop();
			return JsonToken.END_ARRAY;
		}
		this.path.valueRead();
		return switch (kind) {
			case NUMBER_SET -> number();
			case STRING_SET -> text(JsonToken.VALUE_STRING);
			case BINARY_SET -> text(JsonToken.VALUE_EMBEDDED_OBJECT);
			default -> startValue();
		};
	}

	private JsonToken startValue() {
		AttributeType type = WireJson.openType(this.input);
		this.typeOpen = true;
		return switch (type) {
			case S -> text(JsonToken.VALUE_STRING);
			case N -> number();
			case B -> text(JsonToken.VALUE_EMBEDDED_OBJECT);
			case BOOL -> this.input.bool() ? JsonToken.VALUE_TRUE : JsonToken.VALUE_FALSE;
			case NULL -> {
				this.input.bool();
				yield JsonToken.VALUE_NULL;
			}
			case M -> startMap();
			case L -> startArray(ContainerKind.LIST);
			case SS -> startArray(ContainerKind.STRING_SET);
			case NS -> startArray(ContainerKind.NUMBER_SET);
			case BS -> startArray(ContainerKind.BINARY_SET);
		};
	}

	private JsonToken startMap() {
		this.input.beginObject();
		this.path = this.path.createChildObjectContext(-1, -1);
		push(ContainerKind.PROPERTIES);
		return JsonToken.START_OBJECT;
	}

	private JsonToken startArray(ContainerKind kind) {
		this.input.beginArray();
		this.path = this.path.createChildArrayContext(-1, -1);
		push(kind);
		return JsonToken.START_ARRAY;
	}

	private void push(ContainerKind kind) {
		if (this.depth == this.kinds.length) {
			this.kinds = Arrays.copyOf(this.kinds, this.depth * 2);
		}
		this.kinds[this.depth++] = kind;
		this.first = true;
		this.typeOpen = false;
	}

	private void pop() {
		this.depth--;
		SimpleStreamReadContext parent = this.path.clearAndGetParent();
		this.path = (parent != null) ? parent : this.root;
		// A container inside of an item is a value with a type around it
		this.typeOpen = this.depth > 0;
	}

	@Override
	public byte[] getBinaryValue(Base64Variant variant) {
		if (this._currToken == JsonToken.VALUE_STRING) {
			// Text that an item's type takes for base64, which is the item's matter
			ByteArrayBuilder bytes = new ByteArrayBuilder();
			_decodeBase64(getString(), bytes, variant);
			return bytes.toByteArray();
		}
		return this.text.toBinary(this.input);
	}

}
