package io.sprockets.dynamodb.error;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An answer came that is none of DynamoDB's.
 */
public abstract class InvalidResponseException extends DynamoDbTransportException {

	private final int statusCode;

	private final Map<String, List<String>> headers;

	private final byte[] rawBody;

	protected InvalidResponseException(String problem, FailedCall call, int statusCode,
			Map<String, List<String>> headers, byte[] rawBody, @Nullable Throwable cause) {
		super(problem, describe(statusCode, headers), call, cause);
		this.statusCode = statusCode;
		this.headers = headers;
		this.rawBody = rawBody;
	}

	private static String describe(int statusCode, Map<String, List<String>> headers) {
		String requestId = requestId(headers);
		return ((statusCode != 0) ? "status " + statusCode + ", " : "")
				+ ((requestId != null) ? "request id " + requestId + ", " : "");
	}

	private static @Nullable String requestId(Map<String, List<String>> headers) {
		for (Map.Entry<String, List<String>> header : headers.entrySet()) {
			if (header.getKey().equalsIgnoreCase("x-amzn-RequestId") && !header.getValue().isEmpty()) {
				return header.getValue().get(0);
			}
		}
		return null;
	}

	/**
	 * Returns the HTTP status, 0 if the answer had none that could be read.
	 */
	public int statusCode() {
		return this.statusCode;
	}

	/**
	 * Returns the service's id of the request, from {@code x-amzn-RequestId}.
	 */
	public @Nullable String requestId() {
		return requestId(this.headers);
	}

	/**
	 * Returns the answer's headers, whose names are found in any case.
	 */
	public Map<String, List<String>> headers() {
		return this.headers;
	}

	/**
	 * Returns the answer's body as it came.
	 */
	public byte[] rawBody() {
		return this.rawBody.clone();
	}

}
