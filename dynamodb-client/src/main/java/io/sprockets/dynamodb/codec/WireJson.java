package io.sprockets.dynamodb.codec;

/**
 * The steps by which DynamoDB's typed JSON is read, each refusing anything else. A value
 * is an object of one member, which names its type: {@code {"S":"text"}}.
 */
final class WireJson {

	private WireJson() {
	}

	/**
	 * Enters a value.
	 */
	static AttributeType openType(JsonInput input) {
		int letter = input.beginShortMember();
		if (letter != 0) {
			return AttributeType.of(letter, input);
		}
		input.expect('{');
		AttributeType type = AttributeType.of(input.string(), input);
		input.expect(':');
		return type;
	}

	/**
	 * Leaves a value.
	 */
	static void closeType(JsonInput input) {
		if (!input.skip('}')) {
			throw input.malformed("a value has more than one type");
		}
	}

}
