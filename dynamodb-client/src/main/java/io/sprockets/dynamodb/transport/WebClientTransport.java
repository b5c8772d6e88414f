package io.sprockets.dynamodb.transport;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Sends attempts through an own {@link WebClient}, or its functional core, on an own
 * connection pool. Not the application's: its customizers would alter signed requests,
 * and its pool is not of this client's size.
 */
public final class WebClientTransport {

	/** How often to look whether the last call has ended. */
	private static final Duration POLL = Duration.ofMillis(10);

	private final TransportSettings settings;

	private final TransportFailures failures;

	private final DynamoDbConnector connector;

	private final HttpExchange exchange;

	private final Deadlines deadlines = new Deadlines();

	private volatile boolean closing;

	/**
	 * Creates a transport. Nothing is connected yet.
	 * @param resources whose event loops to share, or {@code null} for own ones
	 * @param customizers shape the WebClient in order, filters included
	 */
	public WebClientTransport(TransportSettings settings, @Nullable ReactorResourceFactory resources,
			List<Consumer<WebClient.Builder>> customizers) {
		this(settings, resources, customizers, ConnectionSecurity.ofMachine(settings));
	}

	WebClientTransport(TransportSettings settings, @Nullable ReactorResourceFactory resources,
			List<Consumer<WebClient.Builder>> customizers, ConnectionSecurity security) {
		this.settings = settings;
		this.failures = new TransportFailures(settings);
		this.connector = new DynamoDbConnector(settings, resources, this.deadlines, security);
		ContentDecoding decoding = new ContentDecoding(settings.maxResponseSize());
		this.exchange = customizers.isEmpty() ? new FunctionalExchange(this.connector.lean(), this.failures, decoding)
				: new FluentExchange(webClient(customizers), this.failures, decoding, settings.maxResponseSize());
	}

	private WebClient webClient(List<Consumer<WebClient.Builder>> customizers) {
		WebClient.Builder builder = WebClient.builder().clientConnector(this.connector.general());
		customizers.forEach((customizer) -> customizer.accept(builder));
		return builder.build();
	}

	/**
	 * Sends an attempt and reads the answer to its end.
	 * @return any answer, whatever its status, valid while it is received, or a
	 * {@link io.sprockets.dynamodb.error.DynamoDbTransportException}; what a filter
	 * throws arrives as it is
	 */
	public Mono<HttpAnswer> exchange(HttpAttempt attempt) {
		if (this.failures.isClosed()) {
			return Mono.error(TransportFailures.clientClosed(attempt, null));
		}
		return this.exchange.exchange(attempt);
	}

	/**
	 * Returns how long one attempt may take, from the pool to the last byte. Who sends
	 * the attempt sees to it.
	 */
	public Duration attemptTimeout() {
		return this.settings.attemptTimeout();
	}

	/**
	 * Returns the timer of this client's calls.
	 */
	public Deadlines deadlines() {
		return this.deadlines;
	}

	/**
	 * Says whether calls are still ended, but none are begun.
	 */
	public boolean isClosing() {
		return this.closing;
	}

	/**
	 * Refuses new calls from the subscription on, and closes when those in flight have
	 * ended, or after the grace time.
	 */
	public Mono<Void> closeLater(Duration grace) {
		return Mono.defer(() -> {
			this.closing = true;
			return grace.isZero() ? Mono.<Void>empty() : idle().take(grace).then();
		}).doFinally((signal) -> close());
	}

	/**
	 * Completes when no call is in flight: each has a deadline.
	 */
	private Mono<Void> idle() {
		return Mono.defer(() -> (this.deadlines.pending() == 0) ? Mono.<Void>empty()
				: Flux.interval(POLL).takeUntil((tick) -> this.deadlines.pending() == 0).then());
	}

	/**
	 * Closes all connections, those in use too, without waiting for it.
	 */
	void close() {
		this.closing = true;
		this.failures.close();
		this.connector.close();
		this.deadlines.close();
	}

}
