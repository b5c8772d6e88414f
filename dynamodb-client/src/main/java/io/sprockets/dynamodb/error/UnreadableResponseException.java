package io.sprockets.dynamodb.error;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An answer is not JSON as DynamoDB writes it.
 */
public final class UnreadableResponseException extends InvalidResponseException {

	public UnreadableResponseException(String problem, FailedCall call, int statusCode,
			Map<String, List<String>> headers, byte[] rawBody, @Nullable Throwable cause) {
		super(problem, call, statusCode, headers, rawBody, cause);
	}

}
