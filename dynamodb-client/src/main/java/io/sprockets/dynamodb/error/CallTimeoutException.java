package io.sprockets.dynamodb.error;

import org.jspecify.annotations.Nullable;

/**
 * A call took longer than {@code dynamodb.call-timeout} with all its attempts.
 */
public final class CallTimeoutException extends DynamoDbTransportException {

	public CallTimeoutException(String problem, FailedCall call, @Nullable Throwable cause) {
		super(problem, call, cause);
	}

}
