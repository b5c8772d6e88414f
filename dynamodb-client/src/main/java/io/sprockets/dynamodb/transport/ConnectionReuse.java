package io.sprockets.dynamodb.transport;

import java.util.concurrent.TimeUnit;

/**
 * Whether connections are used again. A server that closes after each answer, whatever it
 * says, makes every second attempt fail; so with each connection that was closed under a
 * request, four times as many as before are ended after their answer, until one is used
 * again with success.
 *
 * <p>
 * A host that vanishes, or a router that forgets connections, closes nothing: attempts
 * would wait in vain on one idle connection after the other. So once a connection stayed
 * silent, those that were idle all the while are not used again either. Under load this
 * costs nothing, since connections in use prove that they work.
 */
final class ConnectionReuse {

	private static final int FIRST_STEP = 4;

	private static final int FACTOR = 4;

	private static final int MAX_STEP = 1 << 10;

	/**
	 * Below this, that an answer was not waited for says nothing about its connection.
	 */
	private static final long MIN_SILENCE_MILLIS = 100;

	/** How many further connections are not used again. */
	private volatile int doubts;

	private volatile int step;

	/** When connections must have been in use, in order to be used again. */
	private volatile long inUseSince;

	ConnectionReuse() {
		this(System.nanoTime());
	}

	ConnectionReuse(long now) {
		this.inUseSince = now;
	}

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

	/**
	 * Learns that a connection that had answered before is given up, with no byte of an
	 * answer to its last request.
	 * @param requestedAt when that went out, as {@link System#nanoTime()} has it
	 */
	void silent(long requestedAt) {
		if (System.nanoTime() - requestedAt >= TimeUnit.MILLISECONDS.toNanos(MIN_SILENCE_MILLIS)
				&& requestedAt - this.inUseSince > 0) {
			this.inUseSince = requestedAt;
		}
	}

	/**
	 * Says whether a connection has been idle for too long to be used again.
	 */
	boolean isDoubtful(long idleMillis) {
		// Less than the least silence is never too long
		return idleMillis >= MIN_SILENCE_MILLIS
				&& System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(idleMillis) - this.inUseSince < 0;
	}

	private synchronized void reset() {
		this.step = 0;
		this.doubts = 0;
	}

}
