package io.sprockets.dynamodb.transport;

import java.time.Duration;
import java.util.function.Supplier;

import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import org.jspecify.annotations.Nullable;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.NameResolverProvider;

/**
 * This machine's name servers, asked one after the other. Reactor Netty waits 5 seconds
 * for each by default, in which a call has made all of its attempts; the second one has
 * to be asked before that.
 */
final class NameServers implements Supplier<AddressResolverGroup<?>>, AutoCloseable {

	/** How many connect timeouts one has, so that a slow one serves the next attempt. */
	private static final int CONNECT_TIMEOUTS = 2;

	private final NameResolverProvider provider;

	private final LoopResources loops;

	private final boolean preferNative;

	private @Nullable DnsAddressResolverGroup resolvers;

	/**
	 * Creates an access to the name servers. Nothing is read or connected yet.
	 */
	NameServers(Duration connectTimeout, LoopResources loops, boolean preferNative) {
		this(NameResolverProvider.builder(), connectTimeout, loops, preferNative);
	}

	NameServers(NameResolverProvider.NameResolverSpec names, Duration connectTimeout, LoopResources loops,
			boolean preferNative) {
		this.provider = names.queryTimeout(connectTimeout.multipliedBy(CONNECT_TIMEOUTS)).build();
		this.loops = loops;
		this.preferNative = preferNative;
	}

	@Override
	public synchronized AddressResolverGroup<?> get() {
		DnsAddressResolverGroup made = this.resolvers;
		if (made == null) {
			made = this.provider.newNameResolverGroup(this.loops, this.preferNative);
			this.resolvers = made;
		}
		return made;
	}

	@Override
	public synchronized void close() {
		if (this.resolvers != null) {
			this.resolvers.close();
		}
	}

}
