package io.sprockets.dynamodb.error;

import org.jspecify.annotations.Nullable;

/**
 * A value cannot be written in, or read from, DynamoDB's types. Nothing was sent when it
 * is signalled for a request. The message names the attribute path, never the value.
 */
public final class ItemConversionException extends DynamoDbException {

	private final String attributePath;

	public ItemConversionException(String attributePath, String problem, @Nullable Throwable cause) {
		super("Attribute '" + attributePath + "': " + problem, cause);
		this.attributePath = attributePath;
	}

	/**
	 * Returns where the value is, for example {@code lines[2].price}; empty for the item
	 * itself.
	 */
	public String attributePath() {
		return this.attributePath;
	}

}
