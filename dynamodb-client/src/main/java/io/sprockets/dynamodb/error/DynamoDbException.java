package io.sprockets.dynamodb.error;

import org.jspecify.annotations.Nullable;

/**
 * Root of everything the client signals.
 */
public abstract class DynamoDbException extends RuntimeException {

	protected DynamoDbException(@Nullable String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
