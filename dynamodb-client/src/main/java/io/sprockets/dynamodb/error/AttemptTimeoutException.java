package io.sprockets.dynamodb.error;

import org.jspecify.annotations.Nullable;

/**
 * One attempt took longer than {@code dynamodb.attempt-timeout}. What became of a write
 * is not known.
 */
public final class AttemptTimeoutException extends DynamoDbTransportException {

	public AttemptTimeoutException(String problem, FailedCall call, @Nullable Throwable cause) {
		super(problem, call, cause);
	}

}
