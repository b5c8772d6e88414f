package io.sprockets.dynamodb.transport;

/**
 * The time until a client has its first answer, when much has to be loaded and no
 * connection is there yet.
 */
final class ColdStart {

	private volatile boolean sent;

	private volatile boolean answered;

	/** When a request was last sent or, from then on, the first answer came. */
	private volatile long last;

	void requestSent() {
		if (!this.answered) {
			this.last = System.nanoTime();
			this.sent = true;
		}
	}

	void answered() {
		if (!this.answered) {
			this.last = System.nanoTime();
			this.answered = true;
		}
	}

	/**
	 * Says whether the first answer came at least so many nanoseconds ago.
	 */
	boolean isOverFor(long nanos) {
		return this.answered && System.nanoTime() - this.last >= nanos;
	}

	/**
	 * Returns for how many nanoseconds a call has waited for others, not for the start.
	 * @param begun when it began to wait
	 */
	long waitedSince(long begun) {
		if (!this.sent) {
			return 0;
		}
		long now = System.nanoTime();
		return Math.min(now - begun, now - this.last);
	}

}
