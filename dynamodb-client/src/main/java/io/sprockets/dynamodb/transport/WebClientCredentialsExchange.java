package io.sprockets.dynamodb.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.sprockets.dynamodb.credentials.exchange.CredentialsExchange;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.exchange.CredentialsRequest;
import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Exchanges for credentials over an own {@link WebClient}, whose thread and connections
 * are there only if there is something to exchange. An answer is at most 64 KB long, its
 * headers 8 KB; a connection takes at most 1 second. The timeout of the very first
 * exchange of a JVM counts from its connection on and is a second longer, since much has
 * to be loaded.
 */
public final class WebClientCredentialsExchange implements CredentialsExchange, AutoCloseable {

	static final int MAX_BODY_BYTES = 64 * 1024;

	private static final Duration MAX_CONNECT_TIMEOUT = Duration.ofSeconds(1);

	private static final byte[] NO_BODY = {};

	/** Whether this JVM has made an exchange before. */
	private static volatile boolean loaded;

	private final Sinks.Empty<Void> closing = Sinks.empty();

	private @Nullable CredentialsConnector connector;

	private boolean closed;

	@Override
	public Mono<CredentialsResponse> exchange(CredentialsRequest request) {
		return Mono.defer(() -> {
			ExchangeProgress progress = new ExchangeProgress(request.timeout(), !loaded);
			Duration connectTimeout = min(request.timeout(), MAX_CONNECT_TIMEOUT);
			Mono<CredentialsResponse> exchange = Mono.defer(() -> send(webClient(connectTimeout), request))
				// Making the first client, and the first that speaks TLS, reads files
				.subscribeOn(Schedulers.boundedElastic())
				.takeUntilOther(this.closing.asMono())
				.switchIfEmpty(Mono.error(WebClientCredentialsExchange::closed))
				.timeout(progress.deadline())
				.doFinally((signal) -> loaded = true)
				.onErrorMap(
						(failure) -> new CredentialsFailures(progress.timeout(), connectTimeout, progress.isConnected())
							.translate(failure));
			return progress.follow(exchange);
		});
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	private static CredentialsExchangeException closed() {
		return new CredentialsExchangeException(CredentialsFailures.CLOSED, null);
	}

	private synchronized WebClient webClient(Duration connectTimeout) {
		if (this.closed) {
			throw closed();
		}
		if (this.connector == null) {
			this.connector = new CredentialsConnector();
		}
		return WebClient.builder().clientConnector(this.connector.connector(connectTimeout)).build();
	}

	private static Mono<CredentialsResponse> send(WebClient webClient, CredentialsRequest request) {
		WebClient.RequestBodySpec unsent = webClient.method(HttpMethod.valueOf(request.method()))
			.uri(request.uri())
			.header(HttpHeaders.USER_AGENT, "sprockets-dynamodb")
			.headers((headers) -> request.headers().forEach(headers::set));
		WebClient.RequestHeadersSpec<?> whole = (request.body().length > 0) ? unsent.bodyValue(request.body()) : unsent;
		return whole.exchangeToMono(WebClientCredentialsExchange::read);
	}

	private static Mono<CredentialsResponse> read(ClientResponse response) {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		response.headers().asHttpHeaders().forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
		return DataBufferUtils.join(response.body(BodyExtractors.toDataBuffers()), MAX_BODY_BYTES)
			.map(WebClientCredentialsExchange::toBytes)
			.defaultIfEmpty(NO_BODY)
			.map((body) -> new CredentialsResponse(response.statusCode().value(), headers, body));
	}

	private static byte[] toBytes(DataBuffer buffer) {
		try {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			return bytes;
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	/**
	 * Ends exchanges that run, with an error that says so, and refuses later ones. Does
	 * not wait for it; to close once more changes nothing.
	 */
	@Override
	public void close() {
		CredentialsConnector made;
		synchronized (this) {
			this.closed = true;
			made = this.connector;
			this.connector = null;
		}
		this.closing.tryEmitEmpty();
		if (made != null) {
			made.close();
		}
	}

}
