package io.sprockets.dynamodb.error;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A successful answer has no body.
 */
public final class EmptyResponseException extends InvalidResponseException {

	public EmptyResponseException(String problem, FailedCall call, int statusCode, Map<String, List<String>> headers,
			byte[] rawBody, @Nullable Throwable cause) {
		super(problem, call, statusCode, headers, rawBody, cause);
	}

}
