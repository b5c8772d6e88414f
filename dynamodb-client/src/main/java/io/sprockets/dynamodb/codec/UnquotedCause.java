package io.sprockets.dynamodb.codec;

import org.jspecify.annotations.Nullable;

/**
 * Stands for a failure of Jackson, or of the code it called, whose message may quote the
 * item: class, place and causes are left, the words are not.
 */
final class UnquotedCause extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final int MAX_DEPTH = 10;

	private UnquotedCause(Throwable failure, @Nullable Throwable cause) {
		super(failure.getClass().getName() + ", whose message is left out since it may quote the value", cause, false,
				true);
		setStackTrace(failure.getStackTrace());
	}

	static UnquotedCause of(Throwable failure) {
		return of(failure, MAX_DEPTH);
	}

	private static UnquotedCause of(Throwable failure, int depth) {
		Throwable cause = failure.getCause();
		return new UnquotedCause(failure, (cause != null && depth > 1) ? of(cause, depth - 1) : null);
	}

}
