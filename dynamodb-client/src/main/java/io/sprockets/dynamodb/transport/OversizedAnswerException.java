package io.sprockets.dynamodb.transport;

/**
 * The body of an answer is larger than allowed. Turned into the client's own exception
 * where the call is known.
 */
final class OversizedAnswerException extends RuntimeException {

	OversizedAnswerException() {
		super("larger than allowed", null, false, false);
	}

}
