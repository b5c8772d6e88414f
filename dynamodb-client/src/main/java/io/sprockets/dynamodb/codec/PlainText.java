package io.sprockets.dynamodb.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds out how far a JSON string is plain: ASCII, without an escape or its end. Looks at
 * eight bytes at a time, in each of which the highest bit tells whether it is special.
 */
final class PlainText {

	private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final long ONES = 0x0101010101010101L;

	private static final long HIGH_BITS = 0x8080808080808080L;

	private PlainText() {
	}

	/**
	 * Returns where to go on byte by byte: at the first special byte, or less than eight
	 * bytes before the end.
	 */
	static int skip(byte[] bytes, int start, int end) {
		int at = start;
		for (; at + Long.BYTES <= end; at += Long.BYTES) {
			long special = special((long) WORDS.get(bytes, at));
			if (special != 0) {
				return at + Long.numberOfTrailingZeros(special) / Byte.SIZE;
			}
		}
		return at;
	}

	/**
	 * Marks quotes, backslashes, control characters and what is not ASCII. A subtraction
	 * may borrow from the bytes above a special one and mark them too; the lowest mark is
	 * always right.
	 */
	private static long special(long word) {
		long quotes = word ^ (ONES * '"');
		long backslashes = word ^ (ONES * '\\');
		return (((quotes - ONES) & ~quotes) | ((backslashes - ONES) & ~backslashes) | ((word - ONES * ' ') & ~word)
				| word) & HIGH_BITS;
	}

}
