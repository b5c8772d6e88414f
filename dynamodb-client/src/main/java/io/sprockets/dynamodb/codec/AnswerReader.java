package io.sprockets.dynamodb.codec;

import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a successful answer.
 *
 * @param <T> what the answer becomes
 */
@FunctionalInterface
public interface AnswerReader<T> {

	/**
	 * Reads the answer. What it becomes holds nothing of the array.
	 * @param bytes an array that begins with the answer
	 * @param length how many of the bytes are the answer
	 * @return what the answer becomes, {@code null} for nothing
	 * @throws MalformedAnswerException if it is not what the protocol allows
	 * @throws io.sprockets.dynamodb.error.ItemConversionException if an item does not fit
	 * the type asked for
	 */
	@Nullable T read(byte[] bytes, int length);

	/**
	 * Reads the answer.
	 * @throws MalformedAnswerException if it is not what the protocol allows
	 * @throws io.sprockets.dynamodb.error.ItemConversionException if an item does not fit
	 * the type asked for
	 */
	default @Nullable T read(byte[] bytes) {
		return read(bytes, bytes.length);
	}

}
