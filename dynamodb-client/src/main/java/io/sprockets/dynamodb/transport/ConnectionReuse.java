package io.sprockets.dynamodb.transport;

/**
 * Whether connections are used again. A server that closes after each answer, whatever it
 * says, makes every second attempt fail; so with each connection that was closed under a
 * request, four times as many as before are ended after their answer, until one is used
 * again with success.
 */
final class ConnectionReuse {

	private static final int FIRST_STEP = 4;

	private static final int FACTOR = 4;

	private static final int MAX_STEP = 1 << 10;

	/** How many further connections are not used again. */
	private volatile int doubts;

	private volatile int step;

	/**
	 * Says whether a connection whose answer has ended may be used again.
	 */
	boolean isAllowed() {
		return this.doubts == 0 || takeDoubt();
	}

	private synchronized boolean takeDoubt() {
		if (this.doubts == 0) {
			return true;
		}
		this.doubts--;
		return false;
	}

	/**
	 * Learns that a connection was closed when it was used again.
	 */
	synchronized void failed() {
		this.step = Math.min(Math.max(this.step * FACTOR, FIRST_STEP), MAX_STEP);
		this.doubts = this.step;
	}

	/**
	 * Learns that a connection had a further answer.
	 */
	void succeeded() {
		if (this.step != 0) {
			reset();
		}
	}

	private synchronized void reset() {
		this.step = 0;
		this.doubts = 0;
	}

}
