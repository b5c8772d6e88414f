package io.sprockets.dynamodb.codec;

import java.nio.ByteBuffer;

import tools.jackson.core.SerializableString;

/**
 * JSON, written straight into the bytes to be sent.
 */
final class JsonBytes extends GrowingBytes {

	/** A comma, two quotes and a colon. */
	private static final int AROUND_NAME = 4;

	private static final int LONGEST_CHARACTER = 6;

	private static final byte[] HEX_DIGITS = ascii("0123456789ABCDEF");

	JsonBytes(int capacity) {
		super(capacity);
	}

	/**
	 * Writes the name of the next value.
	 */
	void writeName(String name) {
		ensure(name.length() + AROUND_NAME);
		separate();
		writeString(name);
		write(':');
	}

	void writeName(SerializableString name) {
		separate();
		writeString(name);
		write(':');
	}

	/**
	 * Writes a comma, unless the next name or element is the first: what was written last
	 * tells.
	 */
	void separate() {
		byte last = this.array[this.size - 1];
		if (last != '{' && last != '[') {
			write(',');
		}
	}

	/**
	 * Writes a string, mostly ASCII that needs no escape.
	 * @throws UnwritableValueException if it holds half a surrogate pair
	 */
	void writeString(String text) {
		int length = text.length();
		ensure(length + 2);
		byte[] target = this.array;
		int at = this.size;
		target[at++] = '"';
		int i = 0;
		while (i < length) {
			char character = text.charAt(i);
			if (!isPlain(character)) {
				break;
			}
			target[at++] = (byte) character;
			i++;
		}
		this.size = at;
		if (i < length) {
			writeAny(text, i);
		}
		write('"');
	}

	/**
	 * Writes a string that Jackson encodes once and keeps.
	 */
	void writeString(SerializableString text) {
		ensure(text.charLength() + 2);
		this.array[this.size++] = '"';
		int length = text.appendQuotedUTF8(this.array, this.size);
		if (length >= 0) {
			this.size += length;
		}
		else {
			write(text.asQuotedUTF8());
		}
		write('"');
	}

	void writeBinary(byte[] bytes) {
		writeBinary(bytes, 0, bytes.length);
	}

	void writeBinary(ByteBuffer buffer) {
		if (buffer.hasArray()) {
			writeBinary(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
		}
		else {
			byte[] bytes = new byte[buffer.remaining()];
			buffer.duplicate().get(bytes);
			writeBinary(bytes);
		}
	}

	void writeBinary(byte[] bytes, int offset, int length) {
		write('"');
		writeBase64(bytes, offset, length);
		write('"');
	}

	private static boolean isPlain(char character) {
		return character >= ' ' && character < 0x80 && character != '"' && character != '\\';
	}

	private void writeAny(String text, int start) {
		int i = start;
		while (i < text.length()) {
			int character = text.codePointAt(i);
			i += Character.charCount(character);
			ensure(LONGEST_CHARACTER);
			if (character < 0x80) {
				writeAscii(character);
			}
			else {
				writeMultiByte(character);
			}
		}
	}

	private void writeAscii(int character) {
		if (isPlain((char) character)) {
			add(character);
			return;
		}
		add('\\');
		switch (character) {
			case '"', '\\' -> add(character);
			case '\b' -> add('b');
			case '\t' -> add('t');
			case '\n' -> add('n');
			case '\f' -> add('f');
			case '\r' -> add('r');
			default -> {
				add('u');
				add('0');
				add('0');
				add(HEX_DIGITS[character >> 4]);
				add(HEX_DIGITS[character & 0xF]);
			}
		}
	}

	private void writeMultiByte(int character) {
		if (character < 0x800) {
			add(0xC0 | character >> 6);
		}
		else {
			if (character < 0x10000) {
				if (Character.isSurrogate((char) character)) {
					throw new UnwritableValueException("the text holds half a surrogate pair, which is no character");
				}
				add(0xE0 | character >> 12);
			}
			else {
				add(0xF0 | character >> 18);
				add(0x80 | (character >> 12 & 0x3F));
			}
			add(0x80 | (character >> 6 & 0x3F));
		}
		add(0x80 | (character & 0x3F));
	}

	private void add(int octet) {
		this.array[this.size++] = (byte) octet;
	}

}
