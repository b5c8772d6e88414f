package io.sprockets.dynamodb.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Writes JSON as chance has it, in every form the grammar allows: white space between any
 * two tokens, texts with as many escapes as there can be or none.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class RandomJson {

	private static final String SHORT_ESCAPES = "\"\\/\b\f\n\r\t";

	private static final String SHORT_ESCAPE_LETTERS = "\"\\/bfnrt";

	private final Random random;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private boolean spacious;

	RandomJson(Random random) {
		this.random = random;
	}

	/**
	 * Begins anew, now and then with a byte-order mark.
	 */
	void begin() {
		this.bytes.reset();
		this.spacious = this.random.nextInt(4) == 0;
		if (this.random.nextInt(30) == 0) {
			raw("\uFEFF");
		}
	}

	byte[] end() {
		space();
		return this.bytes.toByteArray();
	}

	void token(String token) {
		space();
		raw(token);
	}

	/**
	 * Writes an object with a member for each writer, in any order.
	 */
	void object(List<Runnable> members) {
		Collections.shuffle(members, this.random);
		inOrder('{', members, '}');
	}

	/**
	 * Writes an object or array of what the writers write.
	 */
	void inOrder(char open, List<Runnable> parts, char close) {
		token(String.valueOf(open));
		for (int i = 0; i < parts.size(); i++) {
			if (i > 0) {
				token(",");
			}
			parts.get(i).run();
		}
		token(String.valueOf(close));
	}

	void member(String name, Runnable value) {
		text(name);
		token(":");
		value.run();
	}

	/**
	 * Writes a string. One that is half of a surrogate pair can only be escaped.
	 */
	void text(String text) {
		space();
		int style = this.random.nextInt(20);
		int escapedOfEight = (style == 0) ? 8 : (style < 4) ? 2 : 0;
		this.bytes.write('"');
		text.codePoints().forEach((codePoint) -> {
			boolean must = codePoint < ' ' || codePoint == '"' || codePoint == '\\'
					|| (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
			if (must || this.random.nextInt(8) < escapedOfEight) {
				escape(codePoint);
			}
			else if (codePoint < 0x80) {
				this.bytes.write(codePoint);
			}
			else {
				raw(Character.toString(codePoint));
			}
		});
		this.bytes.write('"');
	}

	private void escape(int codePoint) {
		int known = SHORT_ESCAPES.indexOf(codePoint);
		if (known >= 0 && this.random.nextInt(4) > 0) {
			raw("\\" + SHORT_ESCAPE_LETTERS.charAt(known));
			return;
		}
		for (char unit : Character.toChars(codePoint)) {
			raw("\\u");
			String digits = this.random.nextBoolean() ? "0123456789abcdef" : "0123456789ABCDEF";
			for (int shift = 12; shift >= 0; shift -= 4) {
				this.bytes.write(digits.charAt(unit >> shift & 0xF));
			}
		}
	}

	private void space() {
		while (this.spacious && this.random.nextInt(3) == 0) {
			this.bytes.write(" \n\r\t".charAt(this.random.nextInt(4)));
		}
	}

	private void raw(String text) {
		byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		this.bytes.write(utf8, 0, utf8.length);
	}

}
