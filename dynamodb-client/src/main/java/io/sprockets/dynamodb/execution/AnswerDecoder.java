package io.sprockets.dynamodb.execution;

import io.sprockets.dynamodb.codec.AnswerReader;
import io.sprockets.dynamodb.codec.MalformedAnswerException;
import io.sprockets.dynamodb.error.EmptyResponseException;
import io.sprockets.dynamodb.error.UnreadableResponseException;
import io.sprockets.dynamodb.transport.HttpAnswer;
import io.sprockets.dynamodb.transport.HttpAttempt;
import org.jspecify.annotations.Nullable;

/**
 * Turns a successful answer into what the caller asked for.
 *
 * @param <T> what the answer becomes
 */
@FunctionalInterface
interface AnswerDecoder<T> {

	/** Leaves the answer as it is. */
	AnswerDecoder<HttpAnswer> RAW = (answer, attempt) -> answer.detached();

	/**
	 * Decodes an answer.
	 * @param attempt what it answers, for the error of an answer that is none of
	 * DynamoDB's
	 * @return what the answer becomes, {@code null} for nothing
	 */
	@Nullable T decode(HttpAnswer answer, HttpAttempt attempt);

	/**
	 * Returns the decoder that reads the body.
	 */
	static <T> AnswerDecoder<T> of(AnswerReader<T> reader) {
		return (answer, attempt) -> {
			if (answer.length() == 0) {
				throw new EmptyResponseException("The answer has no body", attempt.failedCall(), answer.status(),
						answer.headers(), answer.body(), null);
			}
			try {
				return reader.read(answer.bytes(), answer.length());
			}
			catch (MalformedAnswerException ex) {
				throw new UnreadableResponseException("The answer cannot be read: " + ex.getMessage(),
						attempt.failedCall(), answer.status(), answer.headers(), answer.body(), ex);
			}
		};
	}

}
