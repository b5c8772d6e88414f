package io.sprockets.dynamodb.transport;

import java.time.Duration;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.ContextView;

/**
 * How far one exchange for credentials has come.
 */
final class ExchangeProgress {

	/**
	 * What the first exchange of a JVM may take longer, to load HTTP client and TLS: some
	 * seconds on a small machine that starts. Without it a service that answers at once
	 * would seem not to. A connection has its own timeout.
	 */
	private static final Duration LOADING = Duration.ofSeconds(10);

	private static final Duration LOADING_ONCE_CONNECTED = Duration.ofSeconds(1);

	private final Duration timeout;

	private final boolean first;

	private final Sinks.Empty<Void> connection = Sinks.empty();

	private volatile boolean connected;

	/**
	 * Starts an exchange.
	 * @param timeout of the exchange
	 * @param first whether it is the first of this JVM
	 */
	ExchangeProgress(Duration timeout, boolean first) {
		this.timeout = first ? timeout.plus(LOADING_ONCE_CONNECTED) : timeout;
		this.first = first;
	}

	/**
	 * Makes the exchange tell that it has a connection, TLS included.
	 */
	<T> Mono<T> follow(Mono<T> exchange) {
		return exchange.contextWrite((context) -> context.put(ExchangeProgress.class, this));
	}

	/**
	 * Tells that the exchange of a context has a connection.
	 */
	static void connected(ContextView context) {
		ExchangeProgress progress = context.getOrDefault(ExchangeProgress.class, null);
		if (progress != null) {
			progress.connected = true;
			progress.connection.tryEmitEmpty();
		}
	}

	boolean isConnected() {
		return this.connected;
	}

	/**
	 * Returns how long the exchange may take, the first one from its connection on.
	 */
	Duration timeout() {
		return this.timeout;
	}

	/**
	 * Emits when the exchange has taken too long.
	 */
	Mono<Long> deadline() {
		Mono<Long> deadline = Mono.delay(this.timeout);
		return this.first
				? Mono.firstWithSignal(this.connection.asMono().then(deadline), Mono.delay(LOADING.plus(this.timeout)))
				: deadline;
	}

}
