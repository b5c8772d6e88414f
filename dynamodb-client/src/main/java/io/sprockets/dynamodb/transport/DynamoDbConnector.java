package io.sprockets.dynamodb.transport;

import java.time.Duration;

import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;

/**
 * The HTTP client with its pool: no redirects, since they would carry the signature
 * elsewhere, no compression, since the checksum is over the bytes as they are, and no
 * retries behind our own.
 */
final class DynamoDbConnector {

	/** Below the minute after which load balancers drop idle connections. */
	private static final Duration MAX_IDLE_TIME = Duration.ofSeconds(45);

	private final ConnectionProvider pool;

	/** A pool lets go of idle connections only; these are all, and stay closed. */
	private final ChannelGroup connections = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);

	private final ClientHttpConnector httpConnector;

	DynamoDbConnector(TransportSettings settings) {
		this.pool = ConnectionProvider.builder("dynamodb")
			.maxConnections(settings.maxClients())
			.pendingAcquireMaxCount(settings.pendingAcquireMaxCount())
			.pendingAcquireTimeout(settings.acquireTimeout())
			.maxIdleTime(MAX_IDLE_TIME)
			.lifo()
			.build();
		this.httpConnector = new ReactorClientHttpConnector(HttpClient.create(this.pool)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(settings.connectTimeout().toMillis()))
			.option(ChannelOption.TCP_NODELAY, true)
			.channelGroup(this.connections)
			.followRedirect(false)
			.compress(false)
			.disableRetry(true));
	}

	ClientHttpConnector httpConnector() {
		return this.httpConnector;
	}

	/**
	 * Closes everything, without waiting for it.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	void close() {
		this.pool.dispose();
		this.connections.close();
	}

}
