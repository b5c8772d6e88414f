package io.sprockets.dynamodb.codec;

import java.nio.charset.StandardCharsets;

/**
 * An answer that chance made.
 *
 * @param bytes the answer
 * @param page whether it is a page of items, not one item
 * @param ofRecords whether its items have the attributes of {@link VariedRecord}
 */
record GeneratedAnswer(byte[] bytes, boolean page, boolean ofRecords) {

	GeneratedAnswer with(byte[] changed) {
		return new GeneratedAnswer(changed, this.page, this.ofRecords);
	}

	/**
	 * Returns how many bytes the answer has without the white space behind it.
	 */
	int lengthToLastBrace() {
		int length = this.bytes.length;
		while (this.bytes[length - 1] != '}') {
			length--;
		}
		return length;
	}

	@Override
	public String toString() {
		return new String(this.bytes, StandardCharsets.UTF_8);
	}

}
