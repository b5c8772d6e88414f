package io.sprockets.dynamodb.test.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Breaks inputs in every way bytes can be: flipped, cut, put twice, spliced with another
 * input, wrapped in levels of nesting, with other numbers, and with what is no UTF-8.
 */
final class ByteMutations {

	/** What begins right and goes wrong, or is right but seldom. */
	private static final int[][] ODD_UTF8 = { { 0x80 }, { 0xC0, 0x80 }, { 0xC1, 0xBF }, { 0xC3 }, { 0xC3, 0x28 },
			{ 0xE0, 0x80, 0x80 }, { 0xE2, 0x82 }, { 0xED, 0xA0, 0x80 }, { 0xED, 0xBF, 0xBF }, { 0xEF, 0xBB, 0xBF },
			{ 0xEF, 0xBF, 0xBD }, { 0xEF, 0xBF, 0xBF }, { 0xF0, 0x80, 0x80, 0x80 }, { 0xF0, 0x9F, 0x98, 0x80 },
			{ 0xF0, 0x9F, 0x98 }, { 0xF4, 0x90, 0x80, 0x80 }, { 0xF8, 0x88, 0x80, 0x80, 0x80 }, { 0xFE, 0xFF },
			{ 0xFF }, { 0xE2, 0x80, 0xA8 }, { 0xC2, 0x85 }, { 0x00 } };

	private static final int[] DEPTHS = { 1, 2, 5, 31, 100, 250, 499, 500, 501, 1_000, 3_000 };

	private static final int MAX_REPEATS = 40;

	private final Random random;

	private final FuzzedFormat format;

	ByteMutations(Random random, FuzzedFormat format) {
		this.random = random;
		this.format = format;
	}

	/**
	 * Returns a changed copy.
	 * @param other another input, to splice with
	 */
	byte[] mutate(byte[] input, byte[] other) {
		int at = this.random.nextInt(input.length + 1);
		int to = Math.min(input.length, at + length());
		return switch (this.random.nextInt(14)) {
			case 0 -> flipped(input);
			case 1, 2 -> replaced(input, at, Math.min(input.length, at + 1), telling());
			case 3 -> replaced(input, at, at, telling());
			case 4 -> replaced(input, at, to, new byte[0]);
			case 5 -> Arrays.copyOf(input, at);
			case 6 -> replaced(input, to, to, repeated(Arrays.copyOfRange(input, at, to)));
			case 7 -> replaced(input, at, input.length, tail(other));
			case 8 -> replaced(input, at, to, span(input));
			case 9 -> replaced(input, at, at, oddUtf8());
			case 10 -> replaced(input, at, at, pick(this.format.tokens()));
			case 11 -> replaced(input, at, to, pick(this.format.tokens()));
			case 12 -> wrapped(input, at, to);
			default -> otherNumber(input, at);
		};
	}

	private int length() {
		return (this.random.nextInt(3) > 0) ? 1 + this.random.nextInt(8) : 1 + this.random.nextInt(200);
	}

	private byte[] flipped(byte[] input) {
		byte[] flipped = input.clone();
		if (flipped.length > 0) {
			flipped[this.random.nextInt(flipped.length)] ^= (byte) (1 << this.random.nextInt(Byte.SIZE));
		}
		return flipped;
	}

	private byte[] telling() {
		byte[] telling = this.format.telling();
		byte any = (this.random.nextInt(8) == 0) ? (byte) this.random.nextInt()
				: telling[this.random.nextInt(telling.length)];
		return new byte[] { any };
	}

	private byte[] repeated(byte[] span) {
		int times = (this.random.nextInt(4) > 0) ? 1 : 1 + this.random.nextInt(MAX_REPEATS);
		byte[] repeated = new byte[span.length * times];
		for (int i = 0; i < times; i++) {
			System.arraycopy(span, 0, repeated, i * span.length, span.length);
		}
		return repeated;
	}

	private byte[] tail(byte[] other) {
		return Arrays.copyOfRange(other, this.random.nextInt(other.length + 1), other.length);
	}

	private byte[] span(byte[] input) {
		int from = this.random.nextInt(input.length + 1);
		return Arrays.copyOfRange(input, from, Math.min(input.length, from + length()));
	}

	private byte[] oddUtf8() {
		int[] odd = ODD_UTF8[this.random.nextInt(ODD_UTF8.length)];
		byte[] bytes = new byte[odd.length];
		for (int i = 0; i < odd.length; i++) {
			bytes[i] = (byte) odd[i];
		}
		return bytes;
	}

	private byte[] pick(List<String> tokens) {
		return tokens.get(this.random.nextInt(tokens.size())).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Puts levels of nesting around a span, now and then without their ends.
	 */
	private byte[] wrapped(byte[] input, int at, int to) {
		FuzzedFormat.Nesting nesting = this.format.nestings().get(this.random.nextInt(this.format.nestings().size()));
		int depth = DEPTHS[this.random.nextInt((this.random.nextInt(8) == 0) ? DEPTHS.length : 4)];
		String end = (this.random.nextInt(4) > 0) ? nesting.end().repeat(depth) : "";
		byte[] ended = replaced(input, to, to, end.getBytes(StandardCharsets.UTF_8));
		return replaced(ended, at, at, nesting.start().repeat(depth).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Puts another number in the place of one, so that counts and lengths lie.
	 */
	private byte[] otherNumber(byte[] input, int at) {
		int from = at;
		while (from < input.length && !isDigit(input[from])) {
			from++;
		}
		int to = from;
		while (to < input.length && isDigit(input[to])) {
			to++;
		}
		return replaced(input, from, to, pick(this.format.numbers()));
	}

	private static boolean isDigit(byte next) {
		return next >= '0' && next <= '9';
	}

	private static byte[] replaced(byte[] input, int from, int to, byte[] by) {
		byte[] replaced = new byte[input.length - (to - from) + by.length];
		System.arraycopy(input, 0, replaced, 0, from);
		System.arraycopy(by, 0, replaced, from, by.length);
		System.arraycopy(input, to, replaced, from + by.length, input.length - to);
		return replaced;
	}

}
