package io.sprockets.dynamodb.test.fuzz;

import java.util.Random;
import java.util.function.Supplier;

/**
 * Inputs that are right, and those that come of breaking them. What a target accepted is
 * broken further, so that faults lie deeper with time.
 */
final class FuzzInputs {

	private static final int CORPUS = 512;

	private static final int MAX_LENGTH = 256 * 1024;

	/** Beyond it an input is seldom broken further, so that most stay quick to read. */
	private static final int USUAL_LENGTH = 4 * 1024;

	private final Random random;

	private final ByteMutations mutations;

	private final Supplier<byte[]> generator;

	private final byte[][] corpus = new byte[CORPUS][];

	FuzzInputs(long seed, FuzzedFormat format, Supplier<byte[]> generator) {
		this.random = new Random(seed);
		this.mutations = new ByteMutations(this.random, format);
		this.generator = generator;
		for (int i = 0; i < CORPUS; i++) {
			this.corpus[i] = generator.get();
		}
	}

	byte[] next() {
		if (this.random.nextInt(6) == 0) {
			byte[] made = this.generator.get();
			this.corpus[this.random.nextInt(CORPUS)] = made;
			return made;
		}
		byte[] input = any();
		do {
			byte[] mutated = this.mutations.mutate(input, any());
			if (mutated.length > MAX_LENGTH) {
				return input;
			}
			input = mutated;
		}
		while (this.random.nextInt(3) == 0);
		return input;
	}

	private byte[] any() {
		return this.corpus[this.random.nextInt(CORPUS)];
	}

	/**
	 * Keeps an input that was accepted.
	 */
	void keep(byte[] input) {
		if (input.length <= USUAL_LENGTH || this.random.nextInt(50) == 0) {
			this.corpus[this.random.nextInt(CORPUS)] = input;
		}
	}

}
