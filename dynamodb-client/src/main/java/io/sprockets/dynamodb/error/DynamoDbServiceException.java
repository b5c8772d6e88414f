package io.sprockets.dynamodb.error;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An error the service answered. Documented errors have a class of their own; any other
 * is known by its {@link #errorCode()}.
 */
public class DynamoDbServiceException extends DynamoDbException {

	private final ServiceError error;

	public DynamoDbServiceException(ServiceError error) {
		super(error.describe(), null);
		this.error = error;
	}

	/**
	 * Returns the error's name as the service gave it, without its namespace;
	 * {@code null} if the answer has none.
	 */
	public @Nullable String errorCode() {
		return this.error.code();
	}

	/**
	 * Returns the service's own words, {@code null} if the answer has none.
	 */
	public @Nullable String serviceMessage() {
		return this.error.message();
	}

	/**
	 * Returns the HTTP status.
	 */
	public int statusCode() {
		return this.error.status();
	}

	/**
	 * Returns the service's id of the request, from {@code x-amzn-RequestId}.
	 */
	public @Nullable String requestId() {
		return this.error.requestId();
	}

	/**
	 * Returns the answer's headers, whose names are found in any case.
	 */
	public Map<String, List<String>> headers() {
		return this.error.headers();
	}

	/**
	 * Returns the answer's body as it came.
	 */
	public byte[] rawBody() {
		return this.error.body().clone();
	}

	/**
	 * Returns the members of the error besides name and message, as plain Java objects.
	 */
	public Map<String, @Nullable Object> details() {
		return this.error.details();
	}

	/**
	 * Returns the call that failed.
	 */
	public FailedCall call() {
		return this.error.call();
	}

	/**
	 * Returns the operation's name.
	 */
	public String operation() {
		return call().operation();
	}

	/**
	 * Returns the table, {@code null} if the operation names none or several.
	 */
	public @Nullable String tableName() {
		return call().tableName();
	}

	/**
	 * Returns how many HTTP attempts were made.
	 */
	public int attempts() {
		return call().attempts();
	}

}
