package io.sprockets.dynamodb.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A string or number of an answer while it is still bytes, so that what nobody asks for
 * is never made. One for each {@link JsonInput}, which says how long it is valid.
 */
final class JsonText {

	private byte[] bytes = {};

	private int start;

	private int end;

	private boolean ascii;

	private boolean escaped;

	void set(byte[] bytes, int start, int end, boolean ascii, boolean escaped) {
		this.bytes = bytes;
		this.start = start;
		this.end = end;
		this.ascii = ascii;
		this.escaped = escaped;
	}

	byte[] bytes() {
		return this.bytes;
	}

	int start() {
		return this.start;
	}

	int end() {
		return this.end;
	}

	/**
	 * Says whether this is the same text, as far as that shows in ASCII without escapes.
	 */
	boolean is(String other) {
		int length = this.end - this.start;
		if (length != other.length() || !this.ascii || this.escaped) {
			return false;
		}
		for (int i = 0; i < length; i++) {
			if (this.bytes[this.start + i] != other.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Returns the text as a string.
	 */
	String toText(JsonInput input) {
		if (this.ascii && !this.escaped) {
			return new String(this.bytes, this.start, this.end - this.start, StandardCharsets.ISO_8859_1);
		}
		return this.escaped ? unescaped(input) : utf8(this.start, this.end, input);
	}

	/**
	 * Refuses what cannot be made a string, for those who do not make one.
	 */
	void requireText(JsonInput input) {
		if (this.escaped || !this.ascii) {
			toText(input);
		}
	}

	private String unescaped(JsonInput input) {
		StringBuilder unescaped = new StringBuilder(this.end - this.start);
		int from = this.start;
		int at = this.start;
		while (at < this.end) {
			if (this.bytes[at] != '\\') {
				at++;
				continue;
			}
			unescaped.append(utf8(from, at, input));
			if (this.bytes[at + 1] == 'u') {
				unescaped.append(hexCharacter(at + 2, input));
				at += 6;
			}
			else {
				unescaped.append(shortEscape(this.bytes[at + 1], input));
				at += 2;
			}
			from = at;
		}
		return unescaped.append(utf8(from, this.end, input)).toString();
	}

	private char hexCharacter(int from, JsonInput input) {
		int character = 0;
		for (int i = from; i < from + 4; i++) {
			int digit = (i < this.end) ? Character.digit(this.bytes[i], 16) : -1;
			if (digit < 0) {
				throw input.malformed("an escape in a string is not complete");
			}
			character = character << 4 | digit;
		}
		return (char) character;
	}

	private static char shortEscape(byte letter, JsonInput input) {
		return switch (letter) {
			case '"', '\\', '/' -> (char) letter;
			case 'b' -> '\b';
			case 'f' -> '\f';
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			default -> throw input.malformed("unknown escape in a string");
		};
	}

	private String utf8(int from, int to, JsonInput input) {
		String decoded = new String(this.bytes, from, to - from, StandardCharsets.UTF_8);
		// Java replaces what is no UTF-8; only then a second, strict look is due
		if (decoded.indexOf('\uFFFD') >= 0) {
			try {
				StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(this.bytes, from, to - from));
			}
			catch (CharacterCodingException ex) {
				throw input.malformed("a string is not UTF-8");
			}
		}
		return decoded;
	}

	/**
	 * Returns what the text is in base64.
	 */
	byte[] toBinary(JsonInput input) {
		try {
			if (this.escaped) {
				return Base64.getDecoder().decode(unescaped(input));
			}
			ByteBuffer decoded = Base64.getDecoder()
				.decode(ByteBuffer.wrap(this.bytes, this.start, this.end - this.start));
			byte[] array = decoded.array();
			return (decoded.remaining() == array.length) ? array : Arrays.copyOf(array, decoded.remaining());
		}
		catch (IllegalArgumentException ex) {
			throw input.malformed("a binary is not written as base64");
		}
	}

}
