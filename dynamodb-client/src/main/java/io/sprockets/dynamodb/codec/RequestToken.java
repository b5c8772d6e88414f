package io.sprockets.dynamodb.codec;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The token by which the service knows that a request is one it has done already. Made
 * once for each call where the caller gave none, and sent with all its attempts.
 */
public final class RequestToken {

	private static final Map<String, String> MEMBERS = new HashMap<>();

	static {
		MEMBERS.put("TransactWriteItems", "ClientRequestToken");
		MEMBERS.put("ExecuteTransaction", "ClientRequestToken");
		MEMBERS.put("ExportTableToPointInTime", "ClientToken");
		MEMBERS.put("ImportTable", "ClientToken");
		MEMBERS.put("StartBulkPutItems", "ClientToken");
	}

	private RequestToken() {
	}

	/**
	 * Returns the request with a token, itself if it has one or the operation has none.
	 * @param operation the operation's name, or its whole {@code X-Amz-Target}
	 */
	public static Map<String, ? extends @Nullable Object> added(String operation,
			Map<String, ? extends @Nullable Object> request) {
		String member = member(operation);
		if (member == null || request.get(member) != null) {
			return request;
		}
		Map<String, @Nullable Object> complete = new LinkedHashMap<>(request);
		complete.put(member, UUID.randomUUID().toString());
		return complete;
	}

	/**
	 * Likewise for a tree.
	 */
	public static JsonNode added(String operation, JsonNode request) {
		String member = member(operation);
		if (member == null || !request.isObject() || request.hasNonNull(member)) {
			return request;
		}
		return request.deepCopy().asObject().put(member, UUID.randomUUID().toString());
	}

	private static @Nullable String member(String operation) {
		return MEMBERS.get(operation.substring(operation.lastIndexOf('.') + 1));
	}

}
