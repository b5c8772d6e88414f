package io.sprockets.dynamodb.credentials.process;

/**
 * A command gave nothing of use. The message says why, in words that can stand after a
 * colon, and has nothing of its output.
 */
final class CommandFailure extends RuntimeException {

	CommandFailure(String message) {
		super(message, null, false, false);
	}

}
