package io.sprockets.dynamodb.error;

import org.jspecify.annotations.Nullable;

/**
 * No connection of the pool became free in time, or too many calls wait for one already:
 * see {@code dynamodb.max-clients}. Nothing was sent.
 */
public final class ConnectionPoolExhaustedException extends DynamoDbTransportException {

	public ConnectionPoolExhaustedException(String problem, FailedCall call, @Nullable Throwable cause) {
		super(problem, call, cause);
	}

}
