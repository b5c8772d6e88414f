package io.sprockets.dynamodb.codec;

import org.jspecify.annotations.Nullable;

/**
 * DynamoDB's types by their names on the wire.
 */
enum AttributeType {

	S, N, B, SS, NS, BS, M, L, NULL, BOOL;

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
	 * Returns the type of a name on the wire, {@code null} if it is none.
	 */
	static @Nullable AttributeType of(@Nullable String name) {
		if (name == null) {
			return null;
		}
		return switch (name) {
			case "S" -> S;
			case "N" -> N;
			case "B" -> B;
			case "SS" -> SS;
			case "NS" -> NS;
			case "BS" -> BS;
			case "M" -> M;
			case "L" -> L;
			case "NULL" -> NULL;
			case "BOOL" -> BOOL;
			default -> null;
		};
	}

}
