package io.sprockets.dynamodb.observation;

import java.util.List;

import io.micrometer.common.KeyValue;
import org.jspecify.annotations.Nullable;

import io.sprockets.dynamodb.observation.DynamoDbObservationDocumentation.HighCardinalityKeyNames;

/**
 * Span attributes of an HTTP exchange, each added only if known. To be called in the
 * order of the methods, which is the keys' order.
 */
final class ResponseKeyValues {

	private static final KeyValue STATUS_OK = KeyValue.of(HighCardinalityKeyNames.STATUS_CODE, "200");

	private static final KeyValue STATUS_BAD_REQUEST = KeyValue.of(HighCardinalityKeyNames.STATUS_CODE, "400");

	private ResponseKeyValues() {
	}

	static void addRequestId(List<KeyValue> keyValues, @Nullable String requestId) {
		if (requestId != null) {
			keyValues.add(KeyValue.of(HighCardinalityKeyNames.REQUEST_ID, requestId));
		}
	}

	static void addExchange(List<KeyValue> keyValues, DynamoDbObservationContext context, int attempt) {
		if (attempt > 1) {
			keyValues.add(KeyValue.of(HighCardinalityKeyNames.RESEND_COUNT, Integer.toString(attempt - 1)));
		}
		if (context.getStatusCode() != 0) {
			keyValues.add(statusCode(context.getStatusCode()));
		}
		String serverAddress = context.getServerAddress();
		if (serverAddress != null) {
			keyValues.add(KeyValue.of(HighCardinalityKeyNames.SERVER_ADDRESS, serverAddress));
		}
	}

	private static KeyValue statusCode(int statusCode) {
		return switch (statusCode) {
			case 200 -> STATUS_OK;
			case 400 -> STATUS_BAD_REQUEST;
			default -> KeyValue.of(HighCardinalityKeyNames.STATUS_CODE, Integer.toString(statusCode));
		};
	}

}
