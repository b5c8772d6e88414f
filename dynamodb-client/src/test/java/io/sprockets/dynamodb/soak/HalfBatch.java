package io.sprockets.dynamodb.soak;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.sprockets.dynamodb.test.ReceivedRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A batch of one table of which the server gets the first half only.
 *
 * @param request the first half
 * @param member the member of the answer that holds the rest
 * @param rest the rest
 */
record HalfBatch(ReceivedRequest request, String member, ObjectNode rest) {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	/**
	 * Returns a batch's half, {@code null} if the request is none, or one of one entry.
	 */
	static @Nullable HalfBatch of(ReceivedRequest request) {
		boolean write = request.header("X-Amz-Target").endsWith(".BatchWriteItem");
		if (!write && !request.header("X-Amz-Target").endsWith(".BatchGetItem")) {
			return null;
		}
		ObjectNode body = (ObjectNode) MAPPER.readTree(request.body());
		String table = body.get("RequestItems").propertyNames().iterator().next();
		ObjectNode rest = body.get("RequestItems").deepCopy().asObject();
		ArrayNode first = entries(body.get("RequestItems").get(table));
		ArrayNode second = entries(rest.get(table));
		int half = first.size() / 2;
		if (half == 0) {
			return null;
		}
		while (first.size() > half) {
			first.remove(half);
		}
		for (int i = 0; i < half; i++) {
			second.remove(0);
		}
		return new HalfBatch(with(request, MAPPER.writeValueAsBytes(body)),
				write ? "UnprocessedItems" : "UnprocessedKeys", rest);
	}

	private static ArrayNode entries(JsonNode ofTable) {
		return (ArrayNode) (ofTable.isArray() ? ofTable : ofTable.get("Keys"));
	}

	private static ReceivedRequest with(ReceivedRequest request, byte[] body) {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.putAll(request.headers());
		headers.put("Content-Length", List.of(Integer.toString(body.length)));
		return new ReceivedRequest(request.line(), headers, body);
	}

	/**
	 * Adds the rest to the server's answer.
	 */
	BackendAnswer answer(BackendAnswer answer) {
		if (answer.status() != 200) {
			return answer;
		}
		ObjectNode body = (ObjectNode) MAPPER.readTree(answer.body());
		body.set(this.member, this.rest);
		return new BackendAnswer(200, MAPPER.writeValueAsBytes(body));
	}

}
