package io.sprockets.dynamodb.transport;

import java.time.Duration;
import java.util.Objects;

import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.ConnectionProvider.ConnectionMetadata;
import reactor.netty.resources.LoopResources;

import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * The HTTP client with its pool: no redirects, since they would carry the signature
 * elsewhere, no compression, since the checksum is over the bytes as they are, no retries
 * behind our own, and no answer but the one to its request.
 */
final class DynamoDbConnector {

	/** Below the minute after which load balancers drop idle connections. */
	private static final Duration MAX_IDLE_TIME = Duration.ofSeconds(45);

	/** How long own event loops may take to end what they do. */
	private static final Duration LOOPS_END = Duration.ofSeconds(5);

	private final ConnectionProvider pool;

	/** A pool lets go of idle connections only; these are all, and stay closed. */
	private final ChannelGroup connections = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);

	/**
	 * Own event loops, if there are none to share. Of the JDK's selectors: Reactor Netty
	 * switches the reading of a connection off and on for each answer, which these sum
	 * up, while the native transport tells the kernel each time.
	 */
	private final @Nullable LoopResources ownLoops;

	private final NameServers nameServers;

	private final HttpClient client;

	private final ConnectionReuse reuse = new ConnectionReuse();

	private final ColdStart start = new ColdStart();

	private final ConnectionSecurity security;

	private final int maxResponseSize;

	DynamoDbConnector(TransportSettings settings, @Nullable ReactorResourceFactory shared, Deadlines deadlines,
			ConnectionSecurity security) {
		this.security = security;
		this.maxResponseSize = settings.maxResponseSize();
		this.ownLoops = (shared != null) ? null
				: LoopResources.create("dynamodb", Runtime.getRuntime().availableProcessors(), true);
		LoopResources loops = (shared != null) ? new SharedLoops(shared) : Objects.requireNonNull(this.ownLoops);
		this.pool = ConnectionProvider.builder("dynamodb")
			.maxConnections(settings.maxClients())
			.pendingAcquireMaxCount(settings.pendingAcquireMaxCount())
			.pendingAcquireTimeout(settings.acquireTimeout())
			.pendingAcquireTimer(new AcquireTimer(deadlines, this.start))
			.evictionPredicate(this::isUnusable)
			.lifo()
			.build();
		this.nameServers = new NameServers(settings.connectTimeout(), loops, shared != null);
		this.client = HttpClient.create(this.pool)
			.resolver(new BoundedResolverGroup(this.nameServers, settings.connectTimeout()))
			.runOn(loops, shared != null)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(settings.connectTimeout().toMillis()))
			.option(ChannelOption.TCP_NODELAY, true)
			.channelGroup(this.connections)
			.doOnChannelInit((observer, channel, address) -> OneAnswerCodec.install(channel, this.reuse, this.start))
			.followRedirect(false)
			.compress(false)
			.disableRetry(true);
	}

	/**
	 * Says whether a connection is not to be used again. In the place of all of Reactor
	 * Netty's own rules.
	 */
	private boolean isUnusable(Connection connection, ConnectionMetadata metadata) {
		return !connection.channel().isActive() || !connection.isPersistent()
				|| metadata.idleTime() >= MAX_IDLE_TIME.toMillis() || this.reuse.isDoubtful(metadata.idleTime());
	}

	/**
	 * Returns the connector for this client's own requests and no others.
	 */
	ClientHttpConnector lean() {
		return new NettyConnector(this.client, this.security, this.maxResponseSize);
	}

	/**
	 * Returns Spring's connector, for requests that others have shaped.
	 */
	ClientHttpConnector general() {
		return new GeneralConnector(this.client, this.security);
	}

	/**
	 * Closes everything, without waiting for it.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	void close() {
		this.pool.dispose();
		this.connections.close();
		this.nameServers.close();
		if (this.ownLoops != null) {
			this.ownLoops.disposeLater(Duration.ZERO, LOOPS_END).subscribe();
		}
	}

}
