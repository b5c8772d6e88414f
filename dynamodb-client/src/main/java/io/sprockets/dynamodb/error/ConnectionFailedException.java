package io.sprockets.dynamodb.error;

import org.jspecify.annotations.Nullable;

/**
 * A connection could not be made: refused, no such host, too slow, or not trusted.
 * Nothing was sent.
 */
public class ConnectionFailedException extends DynamoDbTransportException {

	public ConnectionFailedException(String problem, FailedCall call, @Nullable Throwable cause) {
		super(problem, call, cause);
	}

}
