package io.sprockets.dynamodb.transport;

import java.time.Duration;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClientRequest;

/**
 * How far one exchange for credentials has come.
 */
final class ExchangeProgress {

	/**
	 * What the first exchange of a JVM may take for loading HTTP client and TLS, seconds
	 * on a small machine that starts. Without it a service that answers at once would
	 * seem not to.
	 */
	private static final Duration LOADING = Duration.ofSeconds(10);

	private final Sinks.Empty<Void> connection = Sinks.empty();

	private volatile boolean connected;

	/**
	 * Makes the exchange tell that it has a connection, TLS included.
	 */
	<T> Mono<T> follow(Mono<T> exchange) {
		return exchange.contextWrite((context) -> context.put(ExchangeProgress.class, this));
	}

	/**
	 * Tells that a request is about to be sent.
	 */
	static void connected(HttpClientRequest request) {
		ExchangeProgress progress = request.currentContextView().getOrDefault(ExchangeProgress.class, null);
		if (progress != null) {
			progress.connected = true;
			progress.connection.tryEmitEmpty();
		}
	}

	boolean isConnected() {
		return this.connected;
	}

	/**
	 * Emits when an exchange has taken too long.
	 * @param loaded whether there was an exchange before; if not, the time counts from
	 * the connection on
	 */
	Mono<Long> deadline(Duration timeout, boolean loaded) {
		return loaded ? Mono.delay(timeout)
				: Mono.firstWithSignal(this.connection.asMono().then(Mono.defer(() -> Mono.delay(timeout))),
						Mono.delay(LOADING.plus(timeout)));
	}

}
