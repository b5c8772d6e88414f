package io.sprockets.dynamodb.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.sprockets.dynamodb.error.ConfigFileParseException;

/**
 * Hides names from AWS's parser that no property can have, since it logs them: they may
 * be a key or a token of a line where the equals sign was forgotten. Goes over the text
 * once, line by line as the parser does.
 */
final class PropertyNameMask {

	/**
	 * Longest value of several lines, which the parser puts together at the cost of its
	 * square.
	 */
	static final int MAX_CONTINUATION = 64 * 1024;

	private static final String NAME_PUNCTUATION = "_-/.%@:+";

	private static final String[] COMMENTS = { " #", " ;", "\t#", "\t;" };

	private final SharedFile file;

	private final String content;

	private final StringBuilder masked = new StringBuilder();

	/** What stands for the names of nested properties, before their number. */
	private final String placeholder = "hidden-" + UUID.randomUUID() + ".";

	private final List<String> hidden = new ArrayList<>();

	private int line;

	/** Whether lines that continue the property are properties of their own. */
	private boolean nested;

	private int continuation;

	PropertyNameMask(SharedFile file, String content) {
		this.file = file;
		this.content = content;
	}

	/**
	 * Returns the text for the parser.
	 */
	String mask() {
		int start = 0;
		for (int at = 0; at < this.content.length(); at++) {
			char next = this.content.charAt(at);
			if (next == '\n' || next == '\r') {
				boolean both = next == '\r' && this.content.startsWith("\n", at + 1);
				at += both ? 1 : 0;
				mask(this.content.substring(start, at + 1));
				start = at + 1;
			}
		}
		mask(this.content.substring(start));
		return this.masked.toString();
	}

	/**
	 * Returns a value as it is in the text: names of nested properties are a part of it.
	 */
	String unmask(String value) {
		int at = value.indexOf(this.placeholder);
		if (at < 0) {
			return value;
		}
		StringBuilder unmasked = new StringBuilder();
		int copied = 0;
		while (at >= 0) {
			int end = value.indexOf('!', at);
			int number = Integer.parseInt(value, at + this.placeholder.length(), end, 10);
			unmasked.append(value, copied, at).append(this.hidden.get(number));
			copied = end + 1;
			at = value.indexOf(this.placeholder, copied);
		}
		return unmasked.append(value, copied, value.length()).toString();
	}

	private void mask(String text) {
		this.line++;
		if (text.startsWith(" ") || text.startsWith("\t")) {
			continued(text);
			return;
		}
		boolean property = !text.isBlank() && "[#;".indexOf(text.charAt(0)) < 0;
		if (property) {
			this.nested = isValueBlank(text);
			this.continuation = 0;
		}
		this.masked.append((property && hasInvalidName(text)) ? unreadable(text) : text);
	}

	private void continued(String text) {
		this.continuation += text.length();
		if (this.continuation > MAX_CONTINUATION) {
			throw new ConfigFileParseException("Cannot parse " + this.file.describe() + " at line " + this.line
					+ ": the indented lines of one value have more than " + MAX_CONTINUATION + " characters");
		}
		if (this.nested && hasInvalidName(text)) {
			int equals = text.indexOf('=');
			String name = text.substring(0, equals).trim();
			// The mark at the end makes it a name that is ignored, too
			this.masked.append(' ').append(this.placeholder).append(this.hidden.size()).append('!');
			this.masked.append(text, text.indexOf(name) + name.length(), text.length());
			this.hidden.add(name);
		}
		else {
			this.masked.append(text);
		}
	}

	private static boolean hasInvalidName(String text) {
		int equals = text.indexOf('=');
		String name = text.substring(0, Math.max(equals, 0)).trim();
		return !name.chars().allMatch(PropertyNameMask::isOfName);
	}

	private static boolean isOfName(int next) {
		return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || (next >= '0' && next <= '9')
				|| NAME_PUNCTUATION.indexOf(next) >= 0;
	}

	private static String unreadable(String text) {
		StringBuilder unreadable = new StringBuilder(text);
		for (int i = text.indexOf('='); i >= 0; i--) {
			if (Character.isLetterOrDigit(text.charAt(i))) {
				unreadable.setCharAt(i, 'x');
			}
		}
		return unreadable.toString();
	}

	private static boolean isValueBlank(String text) {
		int end = text.length();
		for (String comment : COMMENTS) {
			int begin = text.indexOf(comment);
			end = (begin >= 0) ? Math.min(end, begin) : end;
		}
		int equals = text.indexOf('=');
		return equals >= 0 && equals < end && text.substring(equals + 1, end).trim().isEmpty();
	}

}
