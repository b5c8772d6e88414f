package io.sprockets.dynamodb.transport;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import reactor.netty.resources.LoopResources;

import org.springframework.http.client.ReactorResourceFactory;

/**
 * The event loops of a factory that may start after this client was made, and start anew.
 */
final class SharedLoops implements LoopResources {

	private final ReactorResourceFactory factory;

	SharedLoops(ReactorResourceFactory factory) {
		this.factory = factory;
	}

	@Override
	public EventLoopGroup onClient(boolean useNative) {
		return this.factory.getLoopResources().onClient(useNative);
	}

	@Override
	public EventLoopGroup onServer(boolean useNative) {
		return this.factory.getLoopResources().onServer(useNative);
	}

	@Override
	public EventLoopGroup onServerSelect(boolean useNative) {
		return this.factory.getLoopResources().onServerSelect(useNative);
	}

	@Override
	public <C extends Channel> C onChannel(Class<C> channelType, EventLoopGroup group) {
		return this.factory.getLoopResources().onChannel(channelType, group);
	}

	@Override
	public <C extends Channel> Class<? extends C> onChannelClass(Class<C> channelType, EventLoopGroup group) {
		return this.factory.getLoopResources().onChannelClass(channelType, group);
	}

	@Override
	public boolean daemon() {
		return this.factory.getLoopResources().daemon();
	}

}
