package io.sprockets.dynamodb.codec;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Bytes in one array, which is handed out as it is when all are written. As a stream it
 * takes what Jackson writes on its own.
 */
class GrowingBytes extends OutputStream {

	private static final int LONGEST_INTEGER = 20;

	private static final byte[] BASE64 = ascii("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

	protected byte[] array;

	protected int size;

	GrowingBytes(int capacity) {
		this.array = new byte[capacity];
	}

	static byte[] ascii(String text) {
		byte[] bytes = new byte[text.length()];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) text.charAt(i);
		}
		return bytes;
	}

	int size() {
		return this.size;
	}

	/**
	 * Takes back what was written since the size was this.
	 */
	void takeBack(int size) {
		this.size = size;
	}

	RequestBody toBody() {
		return new RequestBody(this.array, this.size);
	}

	@Override
	public void write(int octet) {
		ensure(1);
		this.array[this.size++] = (byte) octet;
	}

	@Override
	public void write(byte[] bytes) {
		write(bytes, 0, bytes.length);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) {
		ensure(length);
		System.arraycopy(bytes, offset, this.array, this.size, length);
		this.size += length;
	}

	void writeDigits(long number) {
		ensure(LONGEST_INTEGER);
		if (number < 0) {
			this.array[this.size++] = '-';
		}
		// Below zero there is a number for every long
		long rest = (number < 0) ? number : -number;
		this.size += digitsOf(rest);
		int at = this.size;
		do {
			long next = rest / 10;
			this.array[--at] = (byte) ('0' + next * 10 - rest);
			rest = next;
		}
		while (rest != 0);
	}

	private static int digitsOf(long negative) {
		int digits = 1;
		for (long power = -10; negative <= power && digits < LONGEST_INTEGER - 1; power *= 10) {
			digits++;
		}
		return digits;
	}

	void writeBase64(byte[] bytes, int offset, int length) {
		int end = offset + length;
		ensure(Math.multiplyExact((length + 2) / 3, 4));
		int whole = end - length % 3;
		for (int i = offset; i < whole; i += 3) {
			writeGroup((bytes[i] & 0xFF) << 16 | (bytes[i + 1] & 0xFF) << 8 | (bytes[i + 2] & 0xFF));
		}
		if (whole < end) {
			int second = (whole + 1 < end) ? (bytes[whole + 1] & 0xFF) : 0;
			writeGroup((bytes[whole] & 0xFF) << 16 | second << 8);
			Arrays.fill(this.array, this.size - 3 + end - whole, this.size, (byte) '=');
		}
	}

	private void writeGroup(int bits) {
		byte[] target = this.array;
		int at = this.size;
		target[at] = BASE64[bits >>> 18];
		target[at + 1] = BASE64[bits >>> 12 & 0x3F];
		target[at + 2] = BASE64[bits >>> 6 & 0x3F];
		target[at + 3] = BASE64[bits & 0x3F];
		this.size = at + 4;
	}

	/**
	 * Makes room for this many bytes more.
	 */
	void ensure(int more) {
		if (more > this.array.length - this.size) {
			grow(more);
		}
	}

	private void grow(int more) {
		int needed = Math.addExact(this.size, more);
		int doubled = (int) Math.min(this.array.length * 2L, Integer.MAX_VALUE - 8);
		this.array = Arrays.copyOf(this.array, Math.max(needed, doubled));
	}

}
