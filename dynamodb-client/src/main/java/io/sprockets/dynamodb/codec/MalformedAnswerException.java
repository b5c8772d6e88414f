package io.sprockets.dynamodb.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * An answer is not what DynamoDB's protocol allows. The message says what was found and
 * at which byte, without quoting it.
 */
public final class MalformedAnswerException extends RuntimeException {

	MalformedAnswerException(String problem, @Nullable Throwable cause) {
		super(problem, cause);
	}

	static MalformedAnswerException of(JacksonException ex) {
		return new MalformedAnswerException("the answer is not JSON as DynamoDB writes it" + at(ex.getLocation()) + " ("
				+ ex.getClass().getSimpleName() + ")", null);
	}

	static String at(@Nullable TokenStreamLocation location) {
		return (location != null && location.getByteOffset() >= 0) ? " at byte " + location.getByteOffset() : "";
	}

}
