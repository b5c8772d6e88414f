package io.sprockets.dynamodb.credentials;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.sprockets.dynamodb.credentials.exchange.CredentialsExchange;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.exchange.CredentialsRequest;
import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;
import reactor.core.publisher.Mono;

/**
 * An exchange without a network, which keeps what it was asked.
 */
public final class FakeExchange implements CredentialsExchange, AutoCloseable {

	private final Function<CredentialsRequest, Mono<CredentialsResponse>> answers;

	private final List<CredentialsRequest> requests = new CopyOnWriteArrayList<>();

	private volatile boolean closed;

	public FakeExchange(Function<CredentialsRequest, Mono<CredentialsResponse>> answers) {
		this.answers = answers;
	}

	/**
	 * Returns an exchange that reaches nobody.
	 */
	public static FakeExchange unreachable() {
		return new FakeExchange((request) -> Mono.error(noConnection()));
	}

	public static CredentialsExchangeException noConnection() {
		return new CredentialsExchangeException("there is no connection", false, null);
	}

	public static CredentialsResponse answer(int status, String body) {
		return answer(status, body, Map.of());
	}

	public static CredentialsResponse answer(int status, String body, Map<String, List<String>> headers) {
		Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		anyCase.putAll(headers);
		return new CredentialsResponse(status, anyCase, body.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public Mono<CredentialsResponse> exchange(CredentialsRequest request) {
		return Mono.defer(() -> {
			this.requests.add(request);
			return this.answers.apply(request);
		});
	}

	/**
	 * Returns what was asked so far.
	 */
	public List<CredentialsRequest> requests() {
		return this.requests;
	}

	@Override
	public void close() {
		this.closed = true;
	}

	boolean isClosed() {
		return this.closed;
	}

}
