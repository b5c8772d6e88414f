package io.sprockets.dynamodb.transport;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

import io.sprockets.dynamodb.error.AttemptTimeoutException;
import io.sprockets.dynamodb.error.ClientClosedException;
import io.sprockets.dynamodb.error.DynamoDbTransportException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Sends attempts through an own {@link WebClient} on an own connection pool. Not the
 * application's: its customizers would alter signed requests, and its pool is not of this
 * client's size.
 */
public final class WebClientTransport {

	private static final String CONTENT_TYPE = "application/x-amz-json-1.0";

	private static final String USER_AGENT = "sprockets-dynamodb";

	private static final DataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;

	private final TransportSettings settings;

	private final DynamoDbConnector connector;

	private final WebClient webClient;

	private volatile boolean closed;

	/**
	 * Creates a transport. Nothing is connected yet.
	 * @param customizers shape the WebClient in order, filters included
	 */
	public WebClientTransport(TransportSettings settings, List<Consumer<WebClient.Builder>> customizers) {
		this.settings = settings;
		this.connector = new DynamoDbConnector(settings);
		WebClient.Builder builder = WebClient.builder().clientConnector(this.connector.httpConnector());
		customizers.forEach((customizer) -> customizer.accept(builder));
		this.webClient = builder.build();
	}

	/**
	 * Sends an attempt and reads the answer to its end.
	 * @return any answer, whatever its status, or a
	 * {@link io.sprockets.dynamodb.error.DynamoDbTransportException}; what a filter
	 * throws arrives as it is
	 */
	public Mono<HttpAnswer> exchange(HttpAttempt attempt) {
		if (this.closed) {
			return Mono.error(clientClosed(attempt, null));
		}
		return this.webClient.post()
			.uri(attempt.endpoint().uri())
			.headers((headers) -> addHeaders(headers, attempt))
			.body(body(attempt))
			.exchangeToMono((response) -> read(response, attempt))
			.onErrorMap(WebClientRequestException.class, (failure) -> translate(failure, attempt))
			.timeout(this.settings.attemptTimeout(), Mono.error(() -> attemptTimeout(attempt)));
	}

	/**
	 * Closes all connections, those in use too, without waiting for it.
	 */
	public void close() {
		this.closed = true;
		this.connector.close();
	}

	private static void addHeaders(HttpHeaders headers, HttpAttempt attempt) {
		headers.set(HttpHeaders.HOST, attempt.endpoint().host());
		headers.set(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE);
		headers.set("X-Amz-Target", attempt.target());
		headers.set("X-Amz-Date", attempt.signature().amzDate());
		String token = attempt.signature().securityToken();
		if (token != null) {
			headers.set("X-Amz-Security-Token", token);
		}
		headers.set(HttpHeaders.AUTHORIZATION, attempt.signature().authorization());
		headers.set("amz-sdk-invocation-id", attempt.invocationId());
		headers.set("amz-sdk-request", "attempt=" + attempt.number() + "; max=" + attempt.maxAttempts());
		headers.set(HttpHeaders.USER_AGENT, USER_AGENT);
		headers.setContentLength(attempt.length());
	}

	private static BodyInserter<Object, ClientHttpRequest> body(HttpAttempt attempt) {
		return (request, context) -> write(request, attempt);
	}

	private static Mono<Void> write(ReactiveHttpOutputMessage request, HttpAttempt attempt) {
		DataBuffer buffer = BUFFERS.wrap(ByteBuffer.wrap(attempt.body(), 0, attempt.length()));
		return request.writeWith(Mono.just(buffer));
	}

	private Mono<HttpAnswer> read(ClientResponse response, HttpAttempt attempt) {
		HttpHeaders headers = response.headers().asHttpHeaders();
		return response.body(BodyExtractors.toDataBuffers())
			.collect(() -> new ResponseBody(headers.getContentLength()), ResponseBody::add)
			.map((body) -> new HttpAnswer(response.statusCode().value(), headers, body.toBytes()))
			.onErrorMap((failure) -> translate(failure, attempt))
			.doOnNext((answer) -> ResponseChecksum.verify(answer, attempt));
	}

	private DynamoDbTransportException translate(Throwable failure, HttpAttempt attempt) {
		return this.closed ? clientClosed(attempt, failure)
				: TransportFailures.translate(failure, attempt.failedCall(), this.settings);
	}

	private AttemptTimeoutException attemptTimeout(HttpAttempt attempt) {
		return new AttemptTimeoutException("No whole answer within dynamodb.attempt-timeout of "
				+ this.settings.attemptTimeout().toMillis() + " ms", attempt.failedCall(), null);
	}

	private static ClientClosedException clientClosed(HttpAttempt attempt, @Nullable Throwable failure) {
		return new ClientClosedException("The client was closed", attempt.failedCall(), failure);
	}

}
