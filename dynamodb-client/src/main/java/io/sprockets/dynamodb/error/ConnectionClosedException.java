package io.sprockets.dynamodb.error;

import org.jspecify.annotations.Nullable;

/**
 * A connection was closed or reset before a whole answer had come. What became of a write
 * is not known.
 */
public final class ConnectionClosedException extends DynamoDbTransportException {

	public ConnectionClosedException(String problem, FailedCall call, @Nullable Throwable cause) {
		super(problem, call, cause);
	}

}
