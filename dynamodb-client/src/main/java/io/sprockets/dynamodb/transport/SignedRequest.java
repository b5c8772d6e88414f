package io.sprockets.dynamodb.transport;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeStrategies;

/**
 * An attempt as WebFlux sees it. Nothing of it is copied on the way to Netty.
 */
final class SignedRequest implements ClientRequest {

	private final HttpAttempt attempt;

	SignedRequest(HttpAttempt attempt) {
		this.attempt = attempt;
	}

	HttpAttempt attempt() {
		return this.attempt;
	}

	/**
	 * Says whether a connection was found for it, so that the server may have received
	 * it.
	 */
	boolean isSent() {
		return this.attempt.isSent();
	}

	@Override
	public HttpMethod method() {
		return HttpMethod.POST;
	}

	@Override
	public URI url() {
		return this.attempt.endpoint().uri();
	}

	@Override
	public HttpHeaders headers() {
		HttpHeaders headers = new HttpHeaders();
		RequestHeaders.ofEndpoint(this.attempt.endpoint().host(), (name, value) -> set(headers, name, value));
		RequestHeaders.ofAttempt(this.attempt, (name, value) -> set(headers, name, value));
		return headers;
	}

	private static void set(HttpHeaders headers, CharSequence name, CharSequence value) {
		headers.set(name.toString(), value.toString());
	}

	@Override
	public MultiValueMap<String, String> cookies() {
		return new LinkedMultiValueMap<>();
	}

	@Override
	public BodyInserter<?, ? super ClientHttpRequest> body() {
		return (request, context) -> request.writeWith(Mono.fromSupplier(this::buffer));
	}

	private DataBuffer buffer() {
		this.attempt.markSent();
		return DefaultDataBufferFactory.sharedInstance
			.wrap(ByteBuffer.wrap(this.attempt.body(), 0, this.attempt.length()));
	}

	@Override
	public Map<String, Object> attributes() {
		return Map.of();
	}

	@Override
	public @Nullable Consumer<ClientHttpRequest> httpRequest() {
		return null;
	}

	@Override
	public String logPrefix() {
		return "";
	}

	@Override
	public Mono<Void> writeTo(ClientHttpRequest request, ExchangeStrategies strategies) {
		if (request instanceof NettyRequest netty) {
			this.attempt.markSent();
			return netty.send(this.attempt);
		}
		request.getHeaders().addAll(headers());
		return request.writeWith(Mono.fromSupplier(this::buffer));
	}

	/**
	 * Says nothing of the headers, among which is the signature.
	 */
	@Override
	public String toString() {
		return this.attempt.toString();
	}

}
