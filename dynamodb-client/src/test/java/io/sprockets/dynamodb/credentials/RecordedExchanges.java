package io.sprockets.dynamodb.credentials;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.sprockets.dynamodb.credentials.exchange.CredentialsRequest;
import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The exchanges of a scenario, to be asked for in their order.
 */
final class RecordedExchanges {

	private final List<JsonNode> recorded = new ArrayList<>();

	private final Set<String> fieldsNotCompared;

	private final boolean lastRepeats;

	private final AtomicInteger next = new AtomicInteger();

	private final List<String> differences = new CopyOnWriteArrayList<>();

	RecordedExchanges(JsonNode http, Set<String> fieldsNotCompared, boolean lastRepeats) {
		http.forEach(this.recorded::add);
		this.fieldsNotCompared = fieldsNotCompared;
		this.lastRepeats = lastRepeats;
	}

	Mono<CredentialsResponse> answer(CredentialsRequest request) {
		int index = this.next.getAndIncrement();
		if (this.lastRepeats) {
			index = Math.min(index, this.recorded.size() - 1);
		}
		if (index < 0 || index >= this.recorded.size()) {
			this.differences.add("not recorded: " + request);
			return Mono.error(FakeExchange.noConnection());
		}
		compare(request, this.recorded.get(index).get("request"));
		return Mono.just(response(this.recorded.get(index).get("response")));
	}

	private void compare(CredentialsRequest request, JsonNode expected) {
		differ("method", request.method(), expected.get("method").asString());
		differ("place", place(request.uri()), place(URI.create(expected.get("uri").asString())));
		differ("query", Form.read(request.uri().getRawQuery()),
				Form.read(URI.create(expected.get("uri").asString()).getRawQuery()));
		differ("body", compared(Form.read(request.body())), compared(Form.read(expected.get("body").asString())));
	}

	private Map<String, String> compared(Map<String, String> fields) {
		fields.keySet().removeAll(this.fieldsNotCompared);
		return fields;
	}

	private void differ(String what, Object actual, Object expected) {
		if (!actual.equals(expected)) {
			this.differences.add(what + ": " + actual + " instead of " + expected);
		}
	}

	private static String place(URI uri) {
		return uri.getScheme() + "://" + uri.getRawAuthority() + (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath());
	}

	private static CredentialsResponse response(JsonNode response) {
		Map<String, List<String>> headers = new TreeMap<>();
		response.get("headers")
			.forEachEntry((name, values) -> headers.put(name, values.valueStream().map(JsonNode::asString).toList()));
		return FakeExchange.answer(response.get("status").asInt(), response.get("body").asString(), headers);
	}

	/**
	 * Returns what was asked otherwise than recorded, or not at all.
	 */
	List<String> differences() {
		List<String> all = new ArrayList<>(this.differences);
		for (int i = this.next.get(); i < this.recorded.size(); i++) {
			all.add("not asked: " + this.recorded.get(i).get("request").get("uri").asString());
		}
		return all;
	}

}
