package io.sprockets.dynamodb.error;

import org.jspecify.annotations.Nullable;

/**
 * The client was closed.
 */
public final class ClientClosedException extends DynamoDbTransportException {

	public ClientClosedException(String problem, FailedCall call, @Nullable Throwable cause) {
		super(problem, call, cause);
	}

}
