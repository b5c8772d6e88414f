package io.sprockets.dynamodb.observation;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sprockets.dynamodb.error.ConnectionClosedException;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.error.ServiceError;
import io.sprockets.dynamodb.error.ServiceErrors;

/**
 * Makes the client's errors for tests.
 */
final class Errors {

	static final String REQUEST_ID = "79B9DA39B7AE508AA6BC864B2829C622";

	private Errors() {
	}

	static DynamoDbException service(@Nullable String code, int status) {
		return ServiceErrors.toException(new ServiceError(code, null, status, REQUEST_ID, Map.of(), new byte[0],
				Map.of(), new FailedCall("GetItem", "Orders", null, 1)));
	}

	static DynamoDbException throttled() {
		return service("ProvisionedThroughputExceededException", 400);
	}

	static DynamoDbException transport() {
		return new ConnectionClosedException("connection reset", new FailedCall("GetItem", "Orders", null, 1),
				new IOException("reset"));
	}

	static DynamoDbException configuration() {
		return new DynamoDbConfigurationException("no region");
	}

}
