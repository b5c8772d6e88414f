package io.sprockets.dynamodb.transport;

import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.DecoderResultProvider;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;

/**
 * Decodes one answer for each request. An answer has ended when all that came with it was
 * looked at, not before: the connection is free for the next request only then.
 */
final class OneAnswerDecoder extends HttpResponseDecoder {

	/** So that a piece of a body is all that was read at once. */
	private static final int MAX_PIECE = 1 << 20;

	private static final int MIN_STATUS = 100;

	private static final int MAX_STATUS = 999;

	private final ConnectionReuse reuse;

	private final ColdStart start;

	/** Whether a request is without its answer. */
	private boolean expecting;

	/** Whether the answer's first byte was looked at. */
	private boolean begun;

	/** Whether the connection had an answer before. */
	private boolean used;

	/** Whether the connection is closed from this side. */
	private boolean closing;

	/** Whether it was said what broke the connection. */
	private boolean broken;

	/** Whether TLS ended with the connection, without a word of its own. */
	private boolean cutOff;

	/** When the last request went out, as {@link System#nanoTime()} has it. */
	private long requestedAt;

	/** The end of the answer, kept back until nothing more comes with it. */
	private @Nullable LastHttpContent end;

	OneAnswerDecoder(ConnectionReuse reuse, ColdStart start) {
		super(new HttpDecoderConfig().setMaxChunkSize(MAX_PIECE));
		this.reuse = reuse;
		this.start = start;
	}

	/**
	 * Says that a request is on its way.
	 */
	void expectAnswer() {
		this.expecting = true;
		this.begun = false;
		this.requestedAt = System.nanoTime();
	}

	/**
	 * Says that the connection is closed from this side: that an answer is cut short by
	 * it is no news.
	 */
	void closing() {
		if (this.expecting && this.used && !this.begun && !this.closing) {
			this.reuse.silent(this.requestedAt);
		}
		this.closing = true;
	}

	@Override
	protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) throws Exception {
		if (!this.expecting) {
			refuse(bytes, context.channel());
			return;
		}
		if (!this.begun && !begin(bytes, out)) {
			return;
		}
		int before = out.size();
		super.decode(context, bytes, out);
		if (out.size() > before) {
			afterDecoding(out, before, context.channel());
		}
	}

	/**
	 * Refuses bytes that no request has asked for, and the connection with them.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	private void refuse(ByteBuf bytes, Channel channel) {
		bytes.skipBytes(bytes.readableBytes());
		if (this.end != null) {
			// The answer is whole, whatever comes after it
			Connection.from(channel).markPersistent(false);
		}
		else {
			channel.close();
		}
	}

	/**
	 * Looks at the first byte. A server that speaks TLS, HTTP/2 or anything else is known
	 * by it, while whoever waits for the end of its status line may wait forever.
	 */
	private boolean begin(ByteBuf bytes, List<Object> out) {
		while (bytes.isReadable() && isLineEnd(bytes.getByte(bytes.readerIndex()))) {
			bytes.skipBytes(1);
		}
		if (!bytes.isReadable()) {
			return false;
		}
		this.begun = true;
		if (bytes.getByte(bytes.readerIndex()) == 'H') {
			return true;
		}
		bytes.skipBytes(bytes.readableBytes());
		this.expecting = false;
		HttpMessage nothing = createInvalidMessage();
		nothing.setDecoderResult(DecoderResult.failure(NotHttpException.atFirstByte()));
		out.add(nothing);
		return false;
	}

	private static boolean isLineEnd(byte next) {
		return next == '\r' || next == '\n';
	}

	@Override
	protected HttpMessage createMessage(String[] statusLine) {
		HttpMessage message = super.createMessage(statusLine);
		int status = ((HttpResponse) message).status().code();
		// After 101 the connection would speak another protocol, which nobody asked for
		if (status < MIN_STATUS || status > MAX_STATUS || status == HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
			throw NotHttpException.ofStatus(status);
		}
		return message;
	}

	private void afterDecoding(List<Object> out, int first, Channel channel) {
		int last = out.size() - 1;
		HttpObject message = (HttpObject) out.get(last);
		if (isFailure(message)) {
			message.setDecoderResult(DecoderResult.failure(NotHttpException.of(message)));
		}
		else if (message instanceof LastHttpContent content) {
			if (isInformational(out.get(first))) {
				out.clear();
				this.begun = false;
				channel.read();
			}
			else {
				out.remove(last);
				end(content, channel);
			}
		}
	}

	private static boolean isFailure(Object message) {
		return message instanceof DecoderResultProvider decoded && decoded.decoderResult().isFailure();
	}

	/**
	 * Says whether it is an answer before the answer, such as 103 Early Hints.
	 */
	private static boolean isInformational(Object message) {
		return message instanceof HttpResponse response
				&& response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
	}

	private void end(LastHttpContent content, Channel channel) {
		this.expecting = false;
		this.end = content;
		this.start.answered();
		if (this.used) {
			this.reuse.succeeded();
		}
		this.used = true;
		if (!isSent(channel) || !this.reuse.isAllowed()) {
			Connection.from(channel).markPersistent(false);
		}
	}

	/**
	 * Says whether the whole request was sent; else its rest would come before the next
	 * request.
	 */
	private static boolean isSent(Channel channel) {
		ChannelOutboundBuffer outbound = channel.unsafe().outboundBuffer();
		return outbound != null && outbound.totalPendingWriteBytes() == 0;
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) throws Exception {
		LastHttpContent content = this.end;
		if (content != null) {
			this.end = null;
			context.fireChannelRead(content);
		}
		super.channelReadComplete(context);
	}

	@Override
	protected void decodeLast(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) throws Exception {
		int before = out.size();
		super.decodeLast(context, bytes, out);
		for (int i = out.size() - 1; i >= before; i--) {
			if (this.broken || (this.closing && isFailure(out.get(i)))) {
				ReferenceCountUtil.release(out.remove(i));
			}
			else if (this.cutOff && out.get(i) instanceof LastHttpContent && !isFailure(out.get(i))) {
				out.set(i, cutOff());
			}
		}
		LastHttpContent content = this.end;
		if (content != null) {
			this.end = null;
			out.add(content);
		}
	}

	/**
	 * Returns the end of a body that its connection ends. Over TLS the server has to say
	 * so: what ends without may have been cut off by anyone on the way.
	 */
	private static LastHttpContent cutOff() {
		LastHttpContent end = new DefaultLastHttpContent();
		end.setDecoderResult(DecoderResult
			.failure(new PrematureChannelClosureException("Connection closed without close_notify of TLS")));
		return end;
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
		if (event instanceof SslCloseCompletionEvent ended && !ended.isSuccess()) {
			this.cutOff = true;
		}
		super.userEventTriggered(context, event);
	}

	@Override
	@SuppressWarnings("deprecation")
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
		noteIfUnanswered();
		this.broken = true;
		super.exceptionCaught(context, cause);
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) throws Exception {
		noteIfUnanswered();
		super.channelInactive(context);
	}

	/**
	 * Notes that the connection was used again in vain, closed or reset by the server. A
	 * reset is an exception first, upon which it is closed from this side.
	 */
	private void noteIfUnanswered() {
		if (this.expecting && this.used && !this.begun && !this.closing && !this.broken) {
			this.reuse.failed();
		}
	}

}
