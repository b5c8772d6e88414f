package io.sprockets.dynamodb.codec;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.error.ServiceError;
import io.sprockets.dynamodb.error.ServiceErrors;
import org.jspecify.annotations.Nullable;

/**
 * Reads error answers. Never fails: what is not an error of DynamoDB's becomes a general
 * one with status, headers and body.
 *
 * @see <a href=
 * "https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html#operation-error-serialization">
 * Operation error serialization</a>
 */
public final class ErrorReader {

	private static final List<String> MESSAGE_MEMBERS = List.of("message", "Message", "errorMessage");

	private ErrorReader() {
	}

	/**
	 * Reads an error answer.
	 * @param headers the answer's headers, names in any case
	 */
	public static DynamoDbServiceException read(int status, Map<String, List<String>> headers, byte[] body,
			FailedCall call) {
		Map<String, List<String>> ordered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		ordered.putAll(headers);
		Map<String, @Nullable Object> members = ErrorMembers.read(body);
		String code = code(ordered, members);
		String message = message(ordered, members);
		members.keySet().removeAll(MESSAGE_MEMBERS);
		members.remove("__type");
		members.remove("code");
		return ServiceErrors.toException(new ServiceError(code, message, status, first(ordered, "x-amzn-RequestId"),
				ordered, body, members, call));
	}

	private static @Nullable String code(Map<String, List<String>> headers, Map<String, @Nullable Object> members) {
		String code = name(first(headers, "x-amzn-ErrorType"));
		if (code == null) {
			code = name(members.get("__type"));
		}
		return (code != null) ? code : name(members.get("code"));
	}

	/**
	 * Takes namespace and URI off a name such as {@code aws.protocols#FooError:http://x}.
	 */
	private static @Nullable String name(@Nullable Object type) {
		if (!(type instanceof String text)) {
			return null;
		}
		int colon = text.indexOf(':');
		String name = (colon >= 0) ? text.substring(0, colon) : text;
		name = name.substring(name.indexOf('#') + 1).strip();
		return name.isEmpty() ? null : name;
	}

	private static @Nullable String message(Map<String, List<String>> headers, Map<String, @Nullable Object> members) {
		String message = first(headers, "x-amzn-error-message");
		for (String member : MESSAGE_MEMBERS) {
			Object value = members.get(member);
			if (message == null && (value instanceof String || value instanceof Number || value instanceof Boolean)) {
				message = value.toString();
			}
		}
		return message;
	}

	private static @Nullable String first(Map<String, List<String>> headers, String name) {
		List<String> values = headers.get(name);
		return (values != null && !values.isEmpty()) ? values.get(0) : null;
	}

}
