package io.sprockets.dynamodb.transport;

import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClientRequest;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.support.Netty4HeadersAdapter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A request on its way into a connection. Headers go straight to Netty's.
 */
final class NettyRequest implements ClientHttpRequest {

	private final URI uri;

	private final HttpClientRequest request;

	private final NettyOutbound outbound;

	private boolean committed;

	NettyRequest(URI uri, HttpClientRequest request, NettyOutbound outbound) {
		this.uri = uri;
		this.request = request;
		this.outbound = outbound;
	}

	/**
	 * Sends an attempt: head and body in one write.
	 */
	Mono<Void> send(HttpAttempt attempt) {
		this.committed = true;
		attempt.markSent();
		RequestHeaders.ofAttempt(attempt, this.request::header);
		return this.outbound.sendObject(Unpooled.wrappedBuffer(attempt.body(), 0, attempt.length())).then();
	}

	@Override
	public HttpMethod getMethod() {
		return HttpMethod.POST;
	}

	@Override
	public URI getURI() {
		return this.uri;
	}

	@Override
	public HttpHeaders getHeaders() {
		return new HttpHeaders(new Netty4HeadersAdapter(this.request.requestHeaders()));
	}

	@Override
	public MultiValueMap<String, HttpCookie> getCookies() {
		return new LinkedMultiValueMap<>();
	}

	@Override
	public Map<String, Object> getAttributes() {
		return Map.of();
	}

	@Override
	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	public <T> T getNativeRequest() {
		return (T) this.request;
	}

	@Override
	public DataBufferFactory bufferFactory() {
		return DefaultDataBufferFactory.sharedInstance;
	}

	@Override
	public void beforeCommit(Supplier<? extends Mono<Void>> action) {
		throw new UnsupportedOperationException("A request is signed: nothing can be added before it is sent");
	}

	@Override
	public boolean isCommitted() {
		return this.committed;
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		this.committed = true;
		return this.outbound.send(buffers(body)).then();
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		this.committed = true;
		return this.outbound.sendGroups(Flux.from(body).map(NettyRequest::buffers)).then();
	}

	private static Publisher<ByteBuf> buffers(Publisher<? extends DataBuffer> body) {
		return Flux.from(body).map(NettyDataBufferFactory::toByteBuf);
	}

	@Override
	public Mono<Void> setComplete() {
		this.committed = true;
		return this.outbound.then();
	}

}
