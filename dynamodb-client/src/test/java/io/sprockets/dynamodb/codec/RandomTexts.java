package io.sprockets.dynamodb.codec;

import java.util.Base64;
import java.util.Random;

/**
 * Makes texts, names, numbers and binaries, mostly of the lengths at which a reader of
 * eight bytes at a time may go wrong, and now and then one that was there before.
 */
final class RandomTexts {

	private static final int[] LENGTHS = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 16, 17 };

	private static final int[] DIGITS = { 1, 1, 2, 3, 5, 9, 10, 11, 17, 18, 19, 20, 38 };

	private static final int[] EDGES = { 0x1F, 0x20, 0x7F, 0x80, 0x7FF, 0x800, 0x2028, 0xD7FF, 0xE000, 0xFEFF, 0xFFFD,
			0xFFFF, 0x10000, 0x10FFFF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF };

	private final Random random;

	private final String[] recent = new String[16];

	private final String[] names = new String[64];

	RandomTexts(Random random) {
		this.random = random;
	}

	/**
	 * Returns a text, one in three times one that was there lately or is nearly it.
	 */
	String text() {
		int slot = this.random.nextInt(this.recent.length);
		String last = this.recent[slot];
		if (last != null && this.random.nextInt(3) == 0) {
			return (this.random.nextInt(4) > 0) ? last : last.substring(0, last.length() / 2) + "a";
		}
		String made = make();
		this.recent[slot] = made;
		return made;
	}

	/**
	 * Returns a name, mostly one that was there before, without halves of surrogate
	 * pairs, which Jackson refuses in names.
	 */
	String name() {
		int slot = this.random.nextInt(this.names.length);
		if (this.names[slot] == null || this.random.nextInt(8) == 0) {
			StringBuilder name = new StringBuilder();
			text().codePoints()
				.map((codePoint) -> (Character.getType(codePoint) == Character.SURROGATE) ? 'x' : codePoint)
				.forEach(name::appendCodePoint);
			this.names[slot] = name.toString();
		}
		return this.names[slot];
	}

	private String make() {
		int length = (this.random.nextInt(300) == 0) ? this.random.nextInt(600)
				: LENGTHS[this.random.nextInt(LENGTHS.length)];
		int plainOfEight = (this.random.nextInt(3) > 0) ? 8 : this.random.nextInt(8);
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			boolean plain = this.random.nextInt(8) < plainOfEight;
			text.appendCodePoint(plain ? this.random.nextInt('a', 'z' + 1) : codePoint());
		}
		return text.toString();
	}

	private int codePoint() {
		return switch (this.random.nextInt(7)) {
			case 0 -> "\"\\/\b\f\n\r\t".charAt(this.random.nextInt(8));
			case 1 -> this.random.nextInt(0x20);
			case 2 -> this.random.nextInt(0x80, 0x800);
			case 3 -> this.random.nextInt(0x800, 0xD800);
			case 4 -> this.random.nextInt(0x10000, 0x110000);
			case 5 -> EDGES[this.random.nextInt(EDGES.length)];
			default -> this.random.nextInt(' ', 0x80);
		};
	}

	/**
	 * Returns a number as JSON has it outside of quotes.
	 */
	String number() {
		String sign = this.random.nextInt(3) == 0 ? "-" : "";
		return switch (this.random.nextInt(6)) {
			case 0 -> sign + "0";
			case 1 -> sign + integer() + "." + digits();
			case 2 -> sign + "0." + digits();
			case 3 -> sign + integer() + exponent();
			case 4 -> sign + integer() + "." + digits() + exponent();
			default -> sign + integer();
		};
	}

	/**
	 * Returns a decimal as only a text can have it.
	 */
	String looseNumber() {
		String sign = this.random.nextBoolean() ? "-" : "";
		return switch (this.random.nextInt(4)) {
			case 0 -> sign + "00" + digits();
			case 1 -> sign + "." + digits();
			case 2 -> sign + digits() + ".";
			default -> "+" + digits();
		};
	}

	/**
	 * Returns an integer that fits an {@code int}, or nearly.
	 */
	String smallInteger() {
		return (this.random.nextInt(100) == 0) ? number() : Integer.toString(this.random.nextInt());
	}

	private String integer() {
		String digits = digits();
		return (digits.charAt(0) == '0') ? "1" + digits.substring(1) : digits;
	}

	private String digits() {
		int count = DIGITS[this.random.nextInt(DIGITS.length)];
		StringBuilder digits = new StringBuilder();
		for (int i = 0; i < count; i++) {
			digits.append((char) this.random.nextInt('0', '9' + 1));
		}
		return digits.toString();
	}

	private String exponent() {
		String sign = switch (this.random.nextInt(3)) {
			case 0 -> "+";
			case 1 -> "-";
			default -> "";
		};
		return (this.random.nextBoolean() ? "e" : "E") + sign + this.random.nextInt(130);
	}

	/**
	 * Returns a binary in base64, padded or not.
	 */
	String base64() {
		byte[] binary = new byte[this.random.nextInt(20)];
		this.random.nextBytes(binary);
		Base64.Encoder encoder = Base64.getEncoder();
		return ((this.random.nextInt(8) > 0) ? encoder : encoder.withoutPadding()).encodeToString(binary);
	}

}
