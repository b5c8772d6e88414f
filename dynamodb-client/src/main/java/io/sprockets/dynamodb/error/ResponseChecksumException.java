package io.sprockets.dynamodb.error;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer are not those whose checksum the service sent.
 */
public final class ResponseChecksumException extends InvalidResponseException {

	public ResponseChecksumException(String problem, FailedCall call, int statusCode, Map<String, List<String>> headers,
			byte[] rawBody, @Nullable Throwable cause) {
		super(problem, call, statusCode, headers, rawBody, cause);
	}

}
