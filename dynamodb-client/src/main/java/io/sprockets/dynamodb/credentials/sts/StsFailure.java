package io.sprockets.dynamodb.credentials.sts;

/**
 * One attempt that failed.
 */
final class StsFailure extends RuntimeException {

	private final boolean retryable;

	/**
	 * Creates a failure.
	 * @param message what happened, in words that can stand after a colon
	 * @param retryable whether another attempt may go better
	 */
	StsFailure(String message, boolean retryable) {
		super(message, null, false, false);
		this.retryable = retryable;
	}

	boolean isRetryable() {
		return this.retryable;
	}

}
