package io.sprockets.dynamodb.credentials.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import reactor.core.publisher.Mono;

/**
 * Answers requests for credentials by a script and keeps them. There is no connection to
 * what is not in the script.
 */
public final class ScriptedExchange implements CredentialsExchange {

	private final Map<String, Deque<Mono<CredentialsResponse>>> answers = new ConcurrentHashMap<>();

	private final List<CredentialsRequest> requests = new CopyOnWriteArrayList<>();

	/**
	 * Adds an answer to requests of a method and URI; the last one is repeated.
	 */
	public ScriptedExchange on(String request, int status, String body, String... headers) {
		Map<String, List<String>> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (int i = 0; i < headers.length; i += 2) {
			named.put(headers[i], List.of(headers[i + 1]));
		}
		return add(request, Mono.just(new CredentialsResponse(status, named, body.getBytes(StandardCharsets.UTF_8))));
	}

	/**
	 * Adds a failure.
	 */
	public ScriptedExchange fail(String request, String reason, boolean connected) {
		return add(request, Mono.error(() -> new CredentialsExchangeException(reason, connected, null)));
	}

	private ScriptedExchange add(String request, Mono<CredentialsResponse> answer) {
		this.answers.computeIfAbsent(request, (key) -> new ArrayDeque<>()).add(answer);
		return this;
	}

	@Override
	public Mono<CredentialsResponse> exchange(CredentialsRequest request) {
		return Mono.defer(() -> {
			this.requests.add(request);
			Deque<Mono<CredentialsResponse>> script = this.answers.get(request.method() + " " + request.uri());
			if (script == null) {
				return Mono
					.error(new CredentialsExchangeException("no connection could be made to " + request, false, null));
			}
			return (script.size() > 1) ? script.remove() : script.element();
		});
	}

	/**
	 * Returns the requests so far.
	 */
	public List<CredentialsRequest> requests() {
		return this.requests;
	}

	/**
	 * Returns method and URI of the requests so far.
	 */
	public List<String> lines() {
		return this.requests.stream().map((request) -> request.method() + " " + request.uri()).toList();
	}

}
