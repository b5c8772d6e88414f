package io.sprockets.dynamodb.codec;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads an item in DynamoDB's typed JSON as the plain tokens Jackson binds to objects:
 * the objects that name types are gone, numbers are numbers and binaries are embedded
 * objects. Begins at the item's start and ends at its end.
 */
final class ItemParser extends DecimalParser {

	private final AttributePath path = new AttributePath();

	private boolean valueNext;

	private boolean typeOpen;

	ItemParser(JsonParser in) {
		super(in);
	}

	/**
	 * Makes ready for the item at whose start the parser below is.
	 */
	void begin() {
		this.path.clear();
		this.valueNext = false;
		this.typeOpen = false;
		this.path.push(ContainerKind.PROPERTIES);
		this._currToken = JsonToken.START_OBJECT;
	}

	/**
	 * Says whether the innermost open container is a set.
	 */
	boolean inSet() {
		ContainerKind kind = this.path.kind();
		return kind != null && kind.isSet();
	}

	/**
	 * Returns how many containers are open: none at the item's end.
	 */
	int openContainers() {
		return this.path.depth();
	}

	@Nullable ContainerKind container() {
		return this.path.kind();
	}

	String attributePath() {
		return this.path.toString();
	}

	@Override
	public @Nullable String currentName() {
		return this.path.name();
	}

	@Override
	public @Nullable JsonToken nextToken() {
		this._currToken = next();
		return this._currToken;
	}

	private @Nullable JsonToken next() {
		if (this.typeOpen) {
			closeType();
		}
		ContainerKind kind = this.path.kind();
		if (kind == null) {
			return null;
		}
		if (this.valueNext) {
			this.valueNext = false;
			return startValue(this.in.nextToken());
		}
		JsonToken token = this.in.nextToken();
		if (kind.isMap()) {
			return nextInMap(token);
		}
		if (token == JsonToken.END_ARRAY) {
			this.path.pop();
			this.typeOpen = true;
			return JsonToken.END_ARRAY;
		}
		this.path.nextIndex();
		return (kind == ContainerKind.LIST) ? startValue(token) : nextInSet(kind, token);
	}

	private JsonToken nextInMap(@Nullable JsonToken token) {
		if (token == JsonToken.PROPERTY_NAME) {
			this.path.name(this.in.currentName());
			this.valueNext = true;
			return token;
		}
		if (token != JsonToken.END_OBJECT) {
			throw malformed("a name is missing in a map");
		}
		this.path.pop();
		this.typeOpen = this.path.depth() > 0;
		return token;
	}

	private JsonToken nextInSet(ContainerKind kind, @Nullable JsonToken token) {
		if (token != JsonToken.VALUE_STRING) {
			throw malformed("a set holds something else than text");
		}
		return switch (kind) {
			case NUMBER_SET -> numberToken();
			case BINARY_SET -> JsonToken.VALUE_EMBEDDED_OBJECT;
			default -> JsonToken.VALUE_STRING;
		};
	}

	private JsonToken startValue(@Nullable JsonToken token) {
		if (token != JsonToken.START_OBJECT) {
			throw malformed("a value does not name its type");
		}
		AttributeType type = AttributeType.of(this.in.nextName());
		if (type == null) {
			throw malformed("unknown attribute type");
		}
		return switch (type) {
			case S -> scalar(JsonToken.VALUE_STRING);
			case N -> {
				scalar(JsonToken.VALUE_STRING);
				yield numberToken();
			}
			case B -> {
				scalar(JsonToken.VALUE_STRING);
				yield JsonToken.VALUE_EMBEDDED_OBJECT;
			}
			case BOOL -> bool();
			case NULL -> {
				bool();
				yield JsonToken.VALUE_NULL;
			}
			case M -> container(JsonToken.START_OBJECT, ContainerKind.PROPERTIES);
			case L -> container(JsonToken.START_ARRAY, ContainerKind.LIST);
			case SS -> container(JsonToken.START_ARRAY, ContainerKind.STRING_SET);
			case NS -> container(JsonToken.START_ARRAY, ContainerKind.NUMBER_SET);
			case BS -> container(JsonToken.START_ARRAY, ContainerKind.BINARY_SET);
		};
	}

	private JsonToken scalar(JsonToken expected) {
		if (this.in.nextToken() != expected) {
			throw malformed("a value is not written as its type asks");
		}
		this.typeOpen = true;
		return expected;
	}

	private JsonToken bool() {
		JsonToken token = this.in.nextToken();
		if (token == null || !token.isBoolean()) {
			throw malformed("a boolean is not written as one");
		}
		this.typeOpen = true;
		return token;
	}

	private JsonToken container(JsonToken expected, ContainerKind kind) {
		if (this.in.nextToken() != expected) {
			throw malformed("a value is not written as its type asks");
		}
		this.path.push(kind);
		return expected;
	}

	private void closeType() {
		if (this.in.nextToken() != JsonToken.END_OBJECT) {
			throw malformed("a value has more than one type");
		}
		this.typeOpen = false;
	}

	private JsonToken numberToken() {
		return isIntegral(this.in.getString()) ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT;
	}

	private boolean isIntegral(String decimal) {
		int length = decimal.length();
		int start = (length > 1 && decimal.charAt(0) == '-') ? 1 : 0;
		for (int i = start; i < length; i++) {
			char c = decimal.charAt(i);
			if (c < '0' || c > '9') {
				return !(number() instanceof BigDecimal);
			}
		}
		return length > 0 || !(number() instanceof BigDecimal);
	}

	@Override
	public String getString() {
		return switch (currentTokenOrEnd()) {
			case PROPERTY_NAME -> String.valueOf(this.path.name());
			case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_EMBEDDED_OBJECT -> this.in.getString();
			default -> String.valueOf(currentTokenOrEnd().asString());
		};
	}

	@Override
	public @Nullable Object getEmbeddedObject() {
		return (this._currToken == JsonToken.VALUE_EMBEDDED_OBJECT) ? this.in.getBinaryValue() : null;
	}

	@Override
	public byte[] getBinaryValue(Base64Variant variant) {
		return this.in.getBinaryValue(variant);
	}

	private JsonToken currentTokenOrEnd() {
		return (this._currToken != null) ? this._currToken : JsonToken.NOT_AVAILABLE;
	}

	@Override
	MalformedAnswerException malformed(String problem) {
		return new MalformedAnswerException(problem + " (attribute '" + attributePath() + "')"
				+ MalformedAnswerException.at(this.in.currentTokenLocation()), null);
	}

}
