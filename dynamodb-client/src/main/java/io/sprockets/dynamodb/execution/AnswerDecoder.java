package io.sprockets.dynamodb.execution;

import io.sprockets.dynamodb.codec.AnswerReader;
import io.sprockets.dynamodb.codec.MalformedAnswerException;
import io.sprockets.dynamodb.error.EmptyResponseException;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.error.UnreadableResponseException;
import io.sprockets.dynamodb.transport.HttpAnswer;

/**
 * Turns a successful answer into what the caller asked for.
 *
 * @param <T> what the answer becomes
 */
@FunctionalInterface
interface AnswerDecoder<T> {

	/** Leaves the answer as it is. */
	AnswerDecoder<HttpAnswer> RAW = (answer, call) -> answer;

	/**
	 * Decodes an answer.
	 * @param call the call, for the error of an answer that is none of DynamoDB's
	 */
	T decode(HttpAnswer answer, FailedCall call);

	/**
	 * Returns the decoder that reads the body.
	 */
	static <T> AnswerDecoder<T> of(AnswerReader<T> reader) {
		return (answer, call) -> {
			if (answer.body().length == 0) {
				throw new EmptyResponseException("The answer has no body", call, answer.status(), answer.headers(),
						answer.body(), null);
			}
			try {
				return reader.read(answer.body());
			}
			catch (MalformedAnswerException ex) {
				throw new UnreadableResponseException("The answer cannot be read: " + ex.getMessage(), call,
						answer.status(), answer.headers(), answer.body(), ex);
			}
		};
	}

}
