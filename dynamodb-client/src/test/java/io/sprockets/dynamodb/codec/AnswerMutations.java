package io.sprockets.dynamodb.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * Breaks answers by one byte: another one, one more or one less.
 */
final class AnswerMutations {

	private static final byte[] TELLING = "\"\\{}[]:,.-+eE019tfnuSNBML /\u0000\u001F\u007F"
		.getBytes(StandardCharsets.US_ASCII);

	private final Random random;

	AnswerMutations(long seed) {
		this.random = new Random(seed);
	}

	GeneratedAnswer mutate(GeneratedAnswer answer) {
		byte[] bytes = answer.bytes();
		int at = this.random.nextInt(bytes.length);
		switch (this.random.nextInt(4)) {
			case 0 -> {
				byte[] flipped = bytes.clone();
				flipped[at] ^= (byte) (1 << this.random.nextInt(Byte.SIZE));
				return answer.with(flipped);
			}
			case 1 -> {
				byte[] replaced = bytes.clone();
				replaced[at] = any();
				return answer.with(replaced);
			}
			case 2 -> {
				byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
				System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
				longer[at] = any();
				return answer.with(longer);
			}
			default -> {
				byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
				System.arraycopy(bytes, at + 1, shorter, at, bytes.length - at - 1);
				return answer.with(shorter);
			}
		}
	}

	private byte any() {
		return (this.random.nextInt(8) == 0) ? (byte) this.random.nextInt()
				: TELLING[this.random.nextInt(TELLING.length)];
	}

}
