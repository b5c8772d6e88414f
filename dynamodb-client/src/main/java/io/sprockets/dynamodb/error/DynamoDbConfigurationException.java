package io.sprockets.dynamodb.error;

import org.jspecify.annotations.Nullable;

/**
 * Something the client needs is not configured, or not rightly: the message says where
 * was looked and what to do. Not retried.
 */
public class DynamoDbConfigurationException extends DynamoDbException {

	public DynamoDbConfigurationException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	public DynamoDbConfigurationException(String message) {
		this(message, null);
	}

}
