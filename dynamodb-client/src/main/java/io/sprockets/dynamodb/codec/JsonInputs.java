package io.sprockets.dynamodb.codec;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Lends each thread an input that already knows the names its answers have. Answers are
 * read on few threads, those of the event loops.
 */
final class JsonInputs {

	// Of each codec, since the names that are known are those of its tables
	@SuppressWarnings("ThreadLocalUsage")
	private final ThreadLocal<@Nullable JsonInput> idle = new ThreadLocal<>();

	/**
	 * Reads an answer, to its very end.
	 * @param bytes an array that begins with the answer
	 * @param length how many of the bytes are the answer
	 */
	<T> @Nullable T read(byte[] bytes, int length, Function<JsonInput, @Nullable T> reader) {
		JsonInput input = this.idle.get();
		if (input == null) {
			input = new JsonInput();
		}
		// What maps an item may read another answer meanwhile
		this.idle.set(null);
		try {
			input.begin(bytes, length);
			@Nullable T answer = reader.apply(input);
			input.expectEnd();
			return answer;
		}
		finally {
			input.release();
			this.idle.set(input);
		}
	}

}
