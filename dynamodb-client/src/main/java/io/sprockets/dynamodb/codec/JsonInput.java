package io.sprockets.dynamodb.codec;

import org.jspecify.annotations.Nullable;

/**
 * A cursor over the bytes of an answer. It knows JSON, nothing of DynamoDB, and looks at
 * each byte once. Read by one thread, and begun anew for each answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class JsonInput {

	/** Open objects and arrays: DynamoDB's own limit is 32 levels, two of these each. */
	static final int MAX_DEPTH = 500;

	private static final byte[] NOTHING = {};

	private byte[] bytes = NOTHING;

	private int position;

	private int end;

	private int depth;

	/** Members of the item before, with which the next map is made in the right size. */
	private int likelyMembers = MapSizes.UNKNOWN;

	private final JsonText text = new JsonText();

	private final NameCache names = new NameCache();

	/**
	 * Goes to the start of an answer.
	 * @param bytes an array that begins with the answer, and must not change meanwhile
	 * @param length how many of the bytes are the answer
	 */
	void begin(byte[] bytes, int length) {
		this.bytes = bytes;
		this.end = length;
		this.depth = 0;
		boolean bom = length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
		this.position = bom ? 3 : 0;
	}

	/**
	 * Lets go of the answer's bytes.
	 */
	void release() {
		this.bytes = NOTHING;
		this.end = 0;
		this.text.set(NOTHING, 0, 0, true, false);
	}

	/**
	 * Returns how many members the last item had.
	 */
	int likelyMembers() {
		return this.likelyMembers;
	}

	void likelyMembers(int members) {
		this.likelyMembers = Math.min(members, MapSizes.MOST_LIKELY);
	}

	byte[] bytes() {
		return this.bytes;
	}

	/**
	 * Returns what holds each string and number of this input.
	 */
	JsonText text() {
		return this.text;
	}

	int position() {
		return this.position;
	}

	/**
	 * Returns how many bytes are still to be read.
	 */
	int remaining() {
		return this.end - this.position;
	}

	/**
	 * Returns the next byte that is no white space, not yet consumed; 0 at the end.
	 */
	int peek() {
		if (this.position < this.end && this.bytes[this.position] > ' ') {
			return this.bytes[this.position];
		}
		return peekAfterSpace();
	}

	private int peekAfterSpace() {
		while (this.position < this.end) {
			byte next = this.bytes[this.position];
			if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
				return next;
			}
			this.position++;
		}
		return 0;
	}

	/**
	 * Consumes the next byte if it is the given one.
	 */
	boolean skip(char expected) {
		if (peek() != expected) {
			return false;
		}
		this.position++;
		return true;
	}

	void expect(char expected) {
		if (!skip(expected)) {
			throw malformed("expected '" + expected + "'");
		}
	}

	void expectEnd() {
		if (peek() != 0 || this.position < this.end) {
			throw malformed("the answer goes on after its end");
		}
	}

	void beginObject() {
		expect('{');
		open();
	}

	void beginArray() {
		expect('[');
		open();
	}

	private void open() {
		if (++this.depth > MAX_DEPTH) {
			throw malformed("more than " + MAX_DEPTH + " levels of nesting");
		}
	}

	/**
	 * Enters an object whose first member has a name of one letter, if that comes next.
	 * The object is not counted as a level of nesting.
	 * @return the letter, or 0 if anything else comes next, of which nothing is consumed
	 */
	int beginShortMember() {
		int at = this.position;
		byte[] next = this.bytes;
		if (at + 5 > this.end || next[at] != '{' || next[at + 1] != '"' || next[at + 3] != '"' || next[at + 4] != ':'
				|| next[at + 2] == '\\' || next[at + 2] < ' ') {
			return 0;
		}
		this.position = at + 5;
		return next[at + 2];
	}

	/**
	 * Goes to the next member's value, or over the object's end.
	 * @param first whether no member was read yet
	 * @return the member's name, {@code null} at the object's end
	 */
	@Nullable String nextName(boolean first) {
		if (!first && this.position + 1 < this.end && this.bytes[this.position] == ','
				&& this.bytes[this.position + 1] == '"') {
			this.position++;
			return name();
		}
		if (skip('}')) {
			this.depth--;
			return null;
		}
		if (!first) {
			expect(',');
		}
		if (peek() != '"') {
			throw malformed("expected a name");
		}
		return name();
	}

	private String name() {
		NameCache.Entry likely = this.names.likely(this.bytes, this.position + 1, this.end);
		if (likely != null) {
			this.position += likely.length() + 1;
			return likely.name();
		}
		scanString();
		String name = this.names.find(this.text, this);
		expect(':');
		return name;
	}

	/**
	 * Goes to the next element, or over the array's end.
	 * @param first whether no element was read yet
	 * @return whether there is an element
	 */
	boolean nextElement(boolean first) {
		if (skip(']')) {
			this.depth--;
			return false;
		}
		if (!first) {
			expect(',');
		}
		return true;
	}

	/**
	 * Consumes a string.
	 * @return the string, valid until the next one is consumed
	 */
	JsonText string() {
		if (peek() != '"') {
			throw malformed("expected a string");
		}
		scanString();
		return this.text;
	}

	/**
	 * Consumes a string that is the value of the last name.
	 */
	String value() {
		return this.names.recurring(string(), this);
	}

	/**
	 * Returns the text of a string that was consumed as the value of the last name.
	 */
	String value(JsonText consumed) {
		return this.names.recurring(consumed, this);
	}

	private void scanString() {
		int start = this.position + 1;
		int at = PlainText.skip(this.bytes, start, this.end);
		boolean ascii = true;
		boolean escaped = false;
		while (at < this.end) {
			byte next = this.bytes[at];
			if (next == '"') {
				this.position = at + 1;
				this.text.set(this.bytes, start, at, ascii, escaped);
				return;
			}
			if (next == '\\') {
				escaped = true;
				at++;
			}
			else if (next < 0) {
				ascii = false;
			}
			else if (next < ' ') {
				throw malformed("a control character in a string", at);
			}
			at++;
		}
		throw malformed("the answer ends in a string", this.end);
	}

	/**
	 * Consumes {@code true} or {@code false}.
	 */
	boolean bool() {
		int next = peek();
		if (next != 't' && next != 'f') {
			throw malformed("expected true or false");
		}
		literal((next == 't') ? "true" : "false");
		return next == 't';
	}

	/**
	 * Consumes {@code null} if it comes next.
	 */
	boolean skipNull() {
		if (peek() != 'n') {
			return false;
		}
		literal("null");
		return true;
	}

	private void literal(String literal) {
		for (int i = 0; i < literal.length(); i++) {
			if (this.position >= this.end || this.bytes[this.position] != literal.charAt(i)) {
				throw malformed("expected " + literal);
			}
			this.position++;
		}
	}

	/**
	 * Consumes a number.
	 * @return the number, valid until the next string or number is consumed
	 */
	JsonText number() {
		int next = peek();
		if (next != '-' && (next < '0' || next > '9')) {
			throw malformed("expected a number");
		}
		int start = this.position;
		int at = start;
		while (at < this.end && isOfNumber(this.bytes[at])) {
			at++;
		}
		this.position = at;
		this.text.set(this.bytes, start, at, true, false);
		JsonDecimal.requireJson(this.text, this);
		return this.text;
	}

	private static boolean isOfNumber(byte next) {
		return (next >= '0' && next <= '9') || next == '.' || next == '-' || next == '+' || next == 'e' || next == 'E';
	}

	/**
	 * Consumes any value without recursion, however deeply nested it is.
	 * @return where it began
	 */
	int skipValue() {
		int next = peek();
		int start = this.position;
		if (next != '{' && next != '[') {
			skipScalar(next);
			return start;
		}
		new JsonSkipper(this).skip();
		return start;
	}

	void skipScalar(int next) {
		switch (next) {
			case '"' -> skipString();
			case 't', 'f' -> bool();
			case 'n' -> literal("null");
			default -> JsonDecimal.toNumber(number(), this);
		}
	}

	/**
	 * Consumes a string that nobody asks for.
	 */
	void skipString() {
		string().requireText(this);
	}

	MalformedAnswerException malformed(String problem) {
		return malformed(problem, this.position);
	}

	private MalformedAnswerException malformed(String problem, int at) {
		String where = (at >= this.end) ? " at its end, byte " + this.end : " at byte " + at;
		return new MalformedAnswerException(problem + where, null);
	}

}
