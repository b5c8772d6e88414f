package io.sprockets.dynamodb.transport;

import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClientResponse;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseCookie;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.support.Netty4HeadersAdapter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyExtractor;

/**
 * An answer that has arrived whole.
 */
final class NettyAnswer implements ClientHttpResponse {

	/** Takes the body as it arrived; whoever takes it has to release it. */
	static final BodyExtractor<ReceivedBody, ClientHttpResponse> BODY = (answer,
			context) -> ((NettyAnswer) answer).body;

	private final HttpStatusCode status;

	private final HttpHeaders headers;

	private final ReceivedBody body;

	NettyAnswer(HttpClientResponse response, ReceivedBody body) {
		this.status = HttpStatusCode.valueOf(response.status().code());
		this.headers = HttpHeaders.readOnlyHttpHeaders(new Netty4HeadersAdapter(response.responseHeaders()));
		this.body = body;
	}

	/**
	 * Returns nothing, since no log line of a single connection is written.
	 */
	@Override
	public String getId() {
		return "";
	}

	@Override
	public HttpStatusCode getStatusCode() {
		return this.status;
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.headers;
	}

	@Override
	public MultiValueMap<String, ResponseCookie> getCookies() {
		return new LinkedMultiValueMap<>();
	}

	@Override
	public Flux<DataBuffer> getBody() {
		return Flux
			.<DataBuffer>defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(this.body.toByteArray())))
			.doFinally((signal) -> this.body.release());
	}

}
