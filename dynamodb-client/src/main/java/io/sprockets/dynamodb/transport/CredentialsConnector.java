package io.sprockets.dynamodb.transport;

import java.time.Duration;

import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import reactor.netty.http.client.HttpClient;
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

	static final int MAX_HEADER_BYTES = 8 * 1024;

	/** How long the event loop may take to end what it does. */
	private static final Duration LOOP_END = Duration.ofSeconds(5);

	/** After this the next name server is asked, while there is still time for it. */
	private static final Duration NAME_SERVER_TIMEOUT = Duration.ofSeconds(2);

	private final ChannelGroup connections = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);

	private final LoopResources loop = LoopResources.create("dynamodb-credentials", 1, true);

	private final HttpClient client;

	CredentialsConnector() {
		this.client = HttpClient.create(ConnectionProvider.newConnection())
			.runOn(this.loop, false)
			.resolver((resolver) -> resolver.runOn(this.loop, false).queryTimeout(NAME_SERVER_TIMEOUT))
			.channelGroup(this.connections)
			.doOnChannelInit((observer, channel, address) -> ParseFailureHandler.addTo(channel.pipeline()))
			.httpResponseDecoder((decoder) -> decoder.maxHeaderSize(MAX_HEADER_BYTES))
			.doOnRequest((request, connection) -> ExchangeProgress.connected(request.currentContextView()))
			.keepAlive(false)
			.noProxy()
			.followRedirect(false)
			.compress(false)
			.disableRetry(true);
	}

	/**
	 * Returns Spring's connector.
	 * @param connectTimeout how long a connection to one address may take
	 */
	ClientHttpConnector connector(Duration connectTimeout) {
		return new ReactorClientHttpConnector(this.client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS,
				Math.toIntExact(Math.max(connectTimeout.toMillis(), 1))));
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
