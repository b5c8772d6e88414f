package io.sprockets.dynamodb.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The steps by which DynamoDB's typed JSON is read, each refusing anything else.
 */
final class WireJson {

	private WireJson() {
	}

	/**
	 * Enters the object that names a value's type.
	 */
	static AttributeType openType(JsonParser parser) {
		expect(parser, JsonToken.START_OBJECT);
		AttributeType type = AttributeType.of(parser.nextName());
		if (type == null) {
			throw malformed("unknown attribute type", parser);
		}
		return type;
	}

	/**
	 * Leaves the object that names a value's type.
	 */
	static void closeType(JsonParser parser) {
		if (parser.nextToken() != JsonToken.END_OBJECT) {
			throw malformed("a value has more than one type", parser);
		}
	}

	static String text(JsonParser parser) {
		expect(parser, JsonToken.VALUE_STRING);
		return parser.getString();
	}

	static byte[] binary(JsonParser parser) {
		expect(parser, JsonToken.VALUE_STRING);
		return parser.getBinaryValue();
	}

	static boolean bool(JsonParser parser) {
		JsonToken token = parser.currentToken();
		if (token == null || !token.isBoolean()) {
			throw malformed("a boolean is not written as one", parser);
		}
		return token == JsonToken.VALUE_TRUE;
	}

	static void expect(JsonParser parser, JsonToken expected) {
		@Nullable JsonToken token = parser.currentToken();
		if (token != expected) {
			throw malformed("expected " + expected + ", found " + ((token != null) ? token : "the end"), parser);
		}
	}

	static MalformedAnswerException malformed(String problem, JsonParser parser) {
		return new MalformedAnswerException(problem + MalformedAnswerException.at(parser.currentTokenLocation()), null);
	}

}
