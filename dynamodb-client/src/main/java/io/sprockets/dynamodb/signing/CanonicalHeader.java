package io.sprockets.dynamodb.signing;

import java.util.Locale;

/**
 * A header as the canonical request has it: name in lower case, a colon, the values with
 * white space trimmed and collapsed, a line feed.
 */
final class CanonicalHeader {

	private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";

	private final String name;

	private final String value;

	private CanonicalHeader(String name, String value) {
		this.name = name;
		this.value = value;
	}

	static CanonicalHeader of(String name, String value) {
		requireToken(name);
		return new CanonicalHeader(name.toLowerCase(Locale.ROOT), collapse(value));
	}

	String name() {
		return this.name;
	}

	CanonicalHeader joinedWith(CanonicalHeader sameName) {
		return new CanonicalHeader(this.name, this.value + ',' + sameName.value);
	}

	String line() {
		return this.name + ':' + this.value + '\n';
	}

	// A name with a colon, a semicolon or a line feed could pass for other signed headers
	private static void requireToken(String name) {
		for (int i = 0; i < name.length(); i++) {
			char ch = name.charAt(i);
			boolean alphanumeric = (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9');
			if (!alphanumeric && TOKEN_PUNCTUATION.indexOf(ch) < 0) {
				throw new IllegalArgumentException("Header name has a character that RFC 9110 forbids at index " + i);
			}
		}
		if (name.isEmpty()) {
			throw new IllegalArgumentException("Header name must not be empty");
		}
	}

	private static String collapse(String value) {
		StringBuilder collapsed = new StringBuilder(value.length());
		boolean space = false;
		for (int i = 0; i < value.length(); i++) {
			char ch = value.charAt(i);
			if (isWhiteSpace(ch)) {
				space = !collapsed.isEmpty();
			}
			else {
				if (space) {
					collapsed.append(' ');
					space = false;
				}
				collapsed.append(ch);
			}
		}
		return collapsed.toString();
	}

	private static boolean isWhiteSpace(char ch) {
		return ch == ' ' || (ch >= '\t' && ch <= '\r');
	}

}
