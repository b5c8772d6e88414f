package io.sprockets.dynamodb.error;

import org.jspecify.annotations.Nullable;

/**
 * A config or credentials file is there but cannot be read or understood. The message has
 * path and, if known, line; never the file's content.
 */
public class ConfigFileParseException extends DynamoDbConfigurationException {

	public ConfigFileParseException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	public ConfigFileParseException(String message) {
		this(message, null);
	}

}
