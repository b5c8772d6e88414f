package io.sprockets.dynamodb.credentials.file;

import org.jspecify.annotations.Nullable;

/**
 * A file does not hold what it should. The message says why, in words that can stand
 * after the file's name and a colon, and quotes nothing of it.
 */
public class UnusableFileException extends RuntimeException {

	public UnusableFileException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
