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
		super(problem, call, cause);
		this.statusCode = statusCode;
		this.headers = headers;
		this.rawBody = rawBody;
	}

	/**
	 * Returns the HTTP status.
	 */
	public int statusCode() {
		return this.statusCode;
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
