package io.sprockets.dynamodb.codec;

/**
 * Reads the body of a successful answer.
 *
 * @param <T> what the answer becomes
 */
@FunctionalInterface
public interface AnswerReader<T> {

	/**
	 * Reads the answer.
	 * @throws MalformedAnswerException if it is not what the protocol allows
	 * @throws io.sprockets.dynamodb.error.ItemConversionException if an item does not fit
	 * the type asked for
	 */
	T read(byte[] body);

}
