package io.sprockets.dynamodb.transport;

/**
 * An answer failed after its head had come. Turned into the client's own exception where
 * the call is known.
 */
final class BrokenAnswerException extends RuntimeException {

	private final AnswerHead head;

	BrokenAnswerException(AnswerHead head, Throwable cause) {
		super(cause.getMessage(), cause, false, false);
		this.head = head;
	}

	AnswerHead head() {
		return this.head;
	}

	/**
	 * Returns what went wrong.
	 */
	Throwable failure() {
		Throwable failure = getCause();
		return (failure != null) ? failure : this;
	}

}
