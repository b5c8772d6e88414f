package io.sprockets.dynamodb.error;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An error answer as it was read.
 *
 * @param code the error's name without namespace, {@code null} if the answer has none
 * @param message the service's words, {@code null} if the answer has none
 * @param status the HTTP status
 * @param requestId the service's id of the request
 * @param headers the answer's headers
 * @param body the answer's bytes
 * @param details the body's members besides name and message, as plain Java objects
 * @param call the call that failed
 */
public record ServiceError(@Nullable String code, @Nullable String message, int status, @Nullable String requestId,
		Map<String, List<String>> headers, byte[] body, Map<String, @Nullable Object> details, FailedCall call) {

	String describe() {
		StringBuilder text = new StringBuilder((this.code != null) ? this.code : withoutName());
		if (this.message != null && !this.message.isEmpty()) {
			text.append(": ").append(this.message);
		}
		text.append(" (status ").append(this.status);
		if (this.requestId != null) {
			text.append(", request id ").append(this.requestId);
		}
		return text.append(", ").append(this.call).append(')').toString();
	}

	private String withoutName() {
		return (this.status / 100 == 3) ? "The server sends elsewhere, which is not followed; check dynamodb.endpoint"
				: "Error without a name";
	}

	@Override
	public String toString() {
		return "ServiceError[" + describe() + "]";
	}

}
