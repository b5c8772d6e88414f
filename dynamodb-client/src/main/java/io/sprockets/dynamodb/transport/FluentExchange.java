package io.sprockets.dynamodb.transport;

import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Exchanges through a WebClient that others have shaped, with whatever they have set: its
 * filters, default headers, connector.
 */
final class FluentExchange implements HttpExchange {

	private static final byte[] NO_BODY = {};

	private final WebClient webClient;

	private final TransportFailures failures;

	private final ContentDecoding decoding;

	private final int limit;

	/**
	 * Creates an exchange.
	 * @param limit how many bytes a body may have
	 */
	FluentExchange(WebClient webClient, TransportFailures failures, ContentDecoding decoding, int limit) {
		this.webClient = webClient;
		this.failures = failures;
		this.decoding = decoding;
		this.limit = limit;
	}

	@Override
	public Mono<HttpAnswer> exchange(HttpAttempt attempt) {
		SignedRequest request = new SignedRequest(attempt);
		return this.webClient.post()
			.uri(request.url())
			.headers((headers) -> set(headers, request.headers()))
			.body(request.body())
			.exchangeToMono((response) -> read(response, request))
			.onErrorMap(WebClientRequestException.class, (failure) -> this.failures.translate(failure, request));
	}

	private static void set(HttpHeaders headers, HttpHeaders signed) {
		signed.forEach(headers::put);
	}

	private Mono<HttpAnswer> read(ClientResponse response, SignedRequest request) {
		HttpAttempt attempt = request.attempt();
		AnswerHead head = head(response);
		return DataBufferUtils.join(response.body(BodyExtractors.toDataBuffers()), limit(head))
			.map(FluentExchange::toBytes)
			.defaultIfEmpty(NO_BODY)
			.map((bytes) -> new HttpAnswer(head.status(), head.headers(), bytes, bytes.length))
			.onErrorMap((failure) -> this.failures.translate(new BrokenAnswerException(head, failure), request))
			.doOnNext((answer) -> ResponseChecksum.verify(answer, attempt))
			.map((answer) -> this.decoding.decode(answer, attempt));
	}

	private static AnswerHead head(ClientResponse response) {
		return new AnswerHead(response.statusCode().value(), response.headers().asHttpHeaders());
	}

	/**
	 * Returns how many bytes are read: none of a body that is announced too large.
	 */
	private int limit(AnswerHead head) {
		return (head.headers().getContentLength() <= this.limit) ? this.limit : 0;
	}

	private static byte[] toBytes(DataBuffer buffer) {
		try {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			return bytes;
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

}
