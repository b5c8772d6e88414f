package io.sprockets.dynamodb.transport;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;

/**
 * Resolves host names in a limited time. A name server that does not answer would
 * otherwise hold places in the pool for a minute and more, long after the calls are over.
 */
final class BoundedResolverGroup extends AddressResolverGroup<InetSocketAddress> {

	private final Supplier<? extends AddressResolverGroup<?>> resolvers;

	private final Duration timeout;

	/**
	 * Creates a group.
	 * @param resolvers the group that resolves, asked for at the first time; not closed
	 * with this one
	 */
	BoundedResolverGroup(Supplier<? extends AddressResolverGroup<?>> resolvers, Duration timeout) {
		this.resolvers = resolvers;
		this.timeout = timeout;
	}

	@Override
	@SuppressWarnings("unchecked")
	protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
		AddressResolver<? extends SocketAddress> resolver = this.resolvers.get().getResolver(executor);
		return new BoundedResolver(executor, (AddressResolver<InetSocketAddress>) resolver, this.timeout);
	}

	private static final class BoundedResolver extends AbstractAddressResolver<InetSocketAddress> {

		private final AddressResolver<InetSocketAddress> resolver;

		private final Duration timeout;

		BoundedResolver(EventExecutor executor, AddressResolver<InetSocketAddress> resolver, Duration timeout) {
			super(executor, InetSocketAddress.class);
			this.resolver = resolver;
			this.timeout = timeout;
		}

		@Override
		protected boolean doIsResolved(InetSocketAddress address) {
			return this.resolver.isResolved(address);
		}

		@Override
		protected void doResolve(InetSocketAddress address, Promise<InetSocketAddress> promise) {
			limit(this.resolver.resolve(address), promise);
		}

		@Override
		protected void doResolveAll(InetSocketAddress address, Promise<List<InetSocketAddress>> promise) {
			limit(this.resolver.resolveAll(address), promise);
		}

		private <T> void limit(Future<T> resolution, Promise<T> promise) {
			if (resolution.isDone()) {
				complete(resolution, promise);
				return;
			}
			Future<?> limit = executor().schedule(() -> promise.tryFailure(new ResolutionTimeoutException()),
					this.timeout.toMillis(), TimeUnit.MILLISECONDS);
			resolution.addListener((resolved) -> {
				limit.cancel(false);
				complete(resolution, promise);
			});
		}

		private static <T> void complete(Future<T> resolution, Promise<T> promise) {
			if (resolution.isSuccess()) {
				promise.trySuccess(resolution.getNow());
			}
			else {
				promise.tryFailure(resolution.cause());
			}
		}

	}

}
