package io.sprockets.dynamodb.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpUtil;
import reactor.netty.NettyPipeline;

/**
 * HTTP/1.1 on a connection where each request has one answer, and nothing else is an
 * answer. In the place of Netty's own codec, which takes whatever comes for the answer of
 * the next request: there an answer too many, or one of a server that sends unasked,
 * would reach a call that it does not belong to.
 */
final class OneAnswerCodec extends CombinedChannelDuplexHandler<OneAnswerDecoder, HttpRequestEncoder> {

	/** More than this a socket may not take at once. */
	private static final int LARGE_REQUEST = 1 << 14;

	private final ColdStart start;

	private OneAnswerCodec(ConnectionReuse reuse, ColdStart start) {
		super(new OneAnswerDecoder(reuse, start), new HttpRequestEncoder());
		this.start = start;
	}

	/**
	 * Takes the place of the codec that a new connection has.
	 */
	static void install(Channel channel, ConnectionReuse reuse, ColdStart start) {
		ChannelPipeline pipeline = channel.pipeline();
		if (pipeline.get(NettyPipeline.HttpCodec) != null) {
			pipeline.replace(NettyPipeline.HttpCodec, NettyPipeline.HttpCodec, new OneAnswerCodec(reuse, start));
		}
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
		ChannelPromise sent = promise;
		if (message instanceof HttpRequest request) {
			inboundHandler().expectAnswer();
			this.start.requestSent();
			boolean large = length(request) > LARGE_REQUEST;
			if (large) {
				sent = unlessAnswered(context, promise);
			}
			closeIfUnsent(context.channel().config(), !large);
		}
		super.write(context, message, sent);
	}

	private static int length(HttpRequest request) {
		return (request instanceof FullHttpRequest whole) ? whole.content().readableBytes()
				: (int) Math.min(HttpUtil.getContentLength(request, 0L), Integer.MAX_VALUE);
	}

	/**
	 * Says whether the connection is closed if the request cannot be sent. One that is
	 * not may still be read from, but must never be used again.
	 */
	private static void closeIfUnsent(ChannelConfig config, boolean wanted) {
		if (config.isAutoClose() != wanted) {
			config.setAutoClose(wanted);
		}
	}

	@Override
	public void close(ChannelHandlerContext context, ChannelPromise promise) throws Exception {
		inboundHandler().closing();
		super.close(context, promise);
	}

	/**
	 * Returns the promise of a request that a server may answer, and then read no
	 * further: that it cannot be sent is a failure only if there is no answer until the
	 * connection's end.
	 */
	private static ChannelPromise unlessAnswered(ChannelHandlerContext context, ChannelPromise promise) {
		ChannelPromise sent = context.newPromise();
		sent.addListener((written) -> {
			if (written.isSuccess()) {
				promise.trySuccess();
			}
			else {
				context.channel().closeFuture().addListener((closed) -> promise.tryFailure(written.cause()));
			}
		});
		return sent;
	}

}
