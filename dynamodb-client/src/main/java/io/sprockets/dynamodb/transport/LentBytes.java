package io.sprockets.dynamodb.transport;

import org.jspecify.annotations.Nullable;

/**
 * Lends each thread an array for the answer it reads, so that bodies cost no heap. The
 * array stays with the thread up to the size of a page of DynamoDB's; larger answers get
 * one of their own.
 */
final class LentBytes {

	/** A page of Query or Scan has 1 MB of items, of which most have far less. */
	private static final int MAX_KEPT = 1 << 20;

	private static final int MIN_LENGTH = 1 << 12;

	private static final ThreadLocal<byte @Nullable []> IDLE = new ThreadLocal<>();

	private LentBytes() {
	}

	/**
	 * Lends an array of at least a length, with anything in it.
	 */
	static byte[] take(int length) {
		byte[] idle = IDLE.get();
		if (idle != null && idle.length >= length) {
			// Whoever maps the answer may read another one meanwhile
			IDLE.set(null);
			return idle;
		}
		return new byte[(length > MAX_KEPT) ? length
				: Math.min(MAX_KEPT, Math.max(MIN_LENGTH, Integer.highestOneBit(length) * 2))];
	}

	/**
	 * Takes an array back.
	 */
	static void giveBack(byte[] bytes) {
		if (bytes.length <= MAX_KEPT) {
			IDLE.set(bytes);
		}
	}

}
