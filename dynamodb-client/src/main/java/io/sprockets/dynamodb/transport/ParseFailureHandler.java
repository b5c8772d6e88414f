package io.sprockets.dynamodb.transport;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpObject;
import reactor.netty.NettyPipeline;

/**
 * Takes the words off the failures of Netty's HTTP parser. They quote the answer, in
 * which a key may stand where a status line should, and Reactor Netty logs them.
 */
@Sharable
final class ParseFailureHandler extends ChannelInboundHandlerAdapter {

	private static final String NAME = "dynamodb.parseFailureHandler";

	private static final ParseFailureHandler INSTANCE = new ParseFailureHandler();

	private ParseFailureHandler() {
	}

	/**
	 * Puts the handler between the parser and whoever hears of its failures.
	 */
	static void addTo(ChannelPipeline pipeline) {
		pipeline.addBefore(NettyPipeline.ReactiveBridge, NAME, INSTANCE);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof HttpObject http && http.decoderResult().isFailure()) {
			Throwable failure = http.decoderResult().cause();
			if (isQuoting(failure)) {
				http.setDecoderResult(DecoderResult.failure(unquoted(failure)));
			}
		}
		context.fireChannelRead(message);
	}

	private static boolean isQuoting(Throwable failure) {
		return !(failure instanceof PrematureChannelClosureException || failure instanceof TooLongFrameException);
	}

	private static DecoderException unquoted(Throwable failure) {
		DecoderException unquoted = new DecoderException(
				"The answer cannot be parsed (" + failure.getClass().getSimpleName() + ")");
		unquoted.setStackTrace(failure.getStackTrace());
		return unquoted;
	}

}
