package io.sprockets.dynamodb.codec;

import java.util.BitSet;

/**
 * Goes over an object or array that nobody asked for, without recursion, so that no depth
 * of it overflows the stack.
 */
final class JsonSkipper {

	private final JsonInput input;

	/** Which of the open containers are objects. */
	private final BitSet objects = new BitSet();

	private int depth;

	JsonSkipper(JsonInput input) {
		this.input = input;
	}

	/**
	 * Skips the container that begins next.
	 */
	void skip() {
		boolean first = open();
		while (this.depth > 0) {
			char close = this.objects.get(this.depth - 1) ? '}' : ']';
			if (this.input.skip(close)) {
				this.depth--;
				first = false;
				continue;
			}
			if (!first) {
				this.input.expect(',');
			}
			if (close == '}') {
				this.input.skipString();
				this.input.expect(':');
			}
			first = openOrSkip();
		}
	}

	private boolean openOrSkip() {
		int next = this.input.peek();
		if (next == '{' || next == '[') {
			return open();
		}
		this.input.skipScalar(next);
		return false;
	}

	private boolean open() {
		boolean object = this.input.skip('{');
		if (!object) {
			this.input.expect('[');
		}
		this.objects.set(this.depth++, object);
		return true;
	}

}
