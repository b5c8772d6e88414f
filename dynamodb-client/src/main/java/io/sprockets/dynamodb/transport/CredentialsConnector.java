package io.sprockets.dynamodb.transport;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;

/**
 * The HTTP client for credentials, on one event loop of its own and a new connection for
 * each exchange, as hours lie between them. No redirects, which would carry tokens
 * elsewhere, and no proxy, since metadata services answer only to who asks directly.
 */
final class CredentialsConnector {

	static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

	static final int MAX_HEADER_BYTES = 8 * 1024;

	private static final Object CONNECTED = CredentialsConnector.class;

	/** How long the event loop may take to end what it does. */
	private static final Duration LOOP_END = Duration.ofSeconds(5);

	private final ChannelGroup connections = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);

	private final LoopResources loop = LoopResources.create("dynamodb-credentials", 1, true);

	private final HttpClient client;

	CredentialsConnector() {
		this.client = HttpClient.create(ConnectionProvider.newConnection())
			.runOn(this.loop, false)
			.resolver((resolver) -> resolver.runOn(this.loop, false))
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT_TIMEOUT.toMillis())
			.channelGroup(this.connections)
			.httpResponseDecoder((decoder) -> decoder.maxHeaderSize(MAX_HEADER_BYTES))
			.doOnRequest((request, connection) -> tell(request))
			.keepAlive(false)
			.noProxy()
			.followRedirect(false)
			.compress(false)
			.disableRetry(true);
	}

	ClientHttpConnector connector() {
		return new ReactorClientHttpConnector(this.client);
	}

	/**
	 * Sets the flag once the exchange has a connection, TLS included.
	 */
	static <T> Mono<T> tellWhenConnected(Mono<T> exchange, AtomicBoolean flag) {
		return exchange.contextWrite((context) -> context.put(CONNECTED, flag));
	}

	private static void tell(HttpClientRequest request) {
		AtomicBoolean flag = request.currentContextView().getOrDefault(CONNECTED, null);
		if (flag != null) {
			flag.set(true);
		}
	}

	/**
	 * Closes everything, without waiting for it.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	void close() {
		this.connections.close();
		this.loop.disposeLater(Duration.ZERO, LOOP_END).subscribe();
	}

}
