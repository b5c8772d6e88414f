package io.sprockets.dynamodb.codec;

/**
 * What an open container is in DynamoDB's types.
 */
enum ContainerKind {

	/** A map written from properties of an object: absent where a property is null. */
	PROPERTIES,

	/** A map written from a map's entries: null entries are kept. */
	ENTRIES,

	/** A list. */
	LIST,

	/** A set whose first element is still to come. */
	SET,

	/** A set of strings. */
	STRING_SET,

	/** A set of numbers. */
	NUMBER_SET,

	/** A set of binaries. */
	BINARY_SET,

	/** A set without elements, of which nothing is written. */
	EMPTY_SET;

	boolean isMap() {
		return this == PROPERTIES || this == ENTRIES;
	}

	boolean isSet() {
		return switch (this) {
			case SET, STRING_SET, NUMBER_SET, BINARY_SET, EMPTY_SET -> true;
			case PROPERTIES, ENTRIES, LIST -> false;
		};
	}

}
