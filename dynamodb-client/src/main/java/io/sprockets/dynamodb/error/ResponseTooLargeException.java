package io.sprockets.dynamodb.error;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An answer is larger than {@code dynamodb.max-response-size}, packed or unpacked. It is
 * not read to its end, and not asked for again.
 */
public final class ResponseTooLargeException extends InvalidResponseException {

	public ResponseTooLargeException(String problem, FailedCall call, int statusCode, Map<String, List<String>> headers,
			byte[] rawBody, @Nullable Throwable cause) {
		super(problem, call, statusCode, headers, rawBody, cause);
	}

}
