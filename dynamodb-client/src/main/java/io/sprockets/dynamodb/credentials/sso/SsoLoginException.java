package io.sprockets.dynamodb.credentials.sso;

import org.jspecify.annotations.Nullable;

/**
 * A login is needed, or was not good. The message says why in words that can stand after
 * the login's name and a colon.
 */
final class SsoLoginException extends RuntimeException {

	SsoLoginException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
