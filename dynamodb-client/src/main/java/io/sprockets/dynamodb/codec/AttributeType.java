package io.sprockets.dynamodb.codec;

/**
 * DynamoDB's types by their names on the wire.
 */
enum AttributeType {

	S, N, B, SS, NS, BS, M, L, NULL, BOOL;

	/** Those of more than one letter first, since only they are looked for here. */
	private static final AttributeType[] ALL = { BOOL, SS, NULL, NS, BS, S, N, B, M, L };

	// Never written to
	@SuppressWarnings("ImmutableEnumChecker")
	private final byte[] opening = JsonBytes.ascii("{\"" + name() + "\":");

	/**
	 * Returns what stands before a value of this type on the wire; a brace stands behind.
	 */
	byte[] opening() {
		return this.opening;
	}

	/**
	 * Returns the type of a name of one letter.
	 */
	static AttributeType of(int letter, JsonInput input) {
		return switch (letter) {
			case 'S' -> S;
			case 'N' -> N;
			case 'M' -> M;
			case 'L' -> L;
			case 'B' -> B;
			default -> throw input.malformed("unknown attribute type");
		};
	}

	/**
	 * Returns the type of a name.
	 */
	static AttributeType of(JsonText name, JsonInput input) {
		for (AttributeType type : ALL) {
			if (name.is(type.name())) {
				return type;
			}
		}
		return ofText(name.toText(input), input);
	}

	private static AttributeType ofText(String name, JsonInput input) {
		for (AttributeType type : ALL) {
			if (type.name().equals(name)) {
				return type;
			}
		}
		throw input.malformed("unknown attribute type");
	}

}
