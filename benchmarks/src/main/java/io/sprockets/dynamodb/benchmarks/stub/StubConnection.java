package io.sprockets.dynamodb.benchmarks.stub;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Finds requests in what a connection receives, and answers each. It reads just enough of
 * HTTP for the clients that are measured.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class StubConnection extends ByteToMessageDecoder {

	private static final ByteBuf END_OF_HEAD = ascii("\r\n\r\n");

	private static final ByteBuf CONTINUE = ascii("HTTP/1.1 100 Continue\r\n\r\n");

	private final StubAnswers answers;

	private @Nullable RequestHead head;

	StubConnection(StubAnswers answers) {
		this.answers = answers;
	}

	@Override
	protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
		RequestHead current = this.head;
		if (current == null) {
			current = readHead(in);
			this.head = current;
			if (current != null && current.expectsContinue()) {
				context.writeAndFlush(CONTINUE.duplicate(), context.voidPromise());
			}
		}
		if (current != null && in.readableBytes() >= current.contentLength()) {
			ByteBuf body = in.readSlice(current.contentLength());
			this.head = null;
			context.write(this.answers.answer(current.operation(), body), context.voidPromise());
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) throws Exception {
		super.channelReadComplete(context);
		context.flush();
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		context.close();
	}

	private static @Nullable RequestHead readHead(ByteBuf in) {
		int end = ByteBufUtil.indexOf(END_OF_HEAD, in);
		if (end < 0) {
			return null;
		}
		String text = in.readString(end - in.readerIndex(), StandardCharsets.ISO_8859_1);
		in.skipBytes(END_OF_HEAD.readableBytes());
		return RequestHead.parse(text);
	}

	private static ByteBuf ascii(String text) {
		return Unpooled.unreleasableBuffer(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
	}

}
