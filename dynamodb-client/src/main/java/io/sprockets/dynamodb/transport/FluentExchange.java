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

	FluentExchange(WebClient webClient, TransportFailures failures) {
		this.webClient = webClient;
		this.failures = failures;
	}

	@Override
	public Mono<HttpAnswer> exchange(HttpAttempt attempt) {
		SignedRequest request = new SignedRequest(attempt);
		return this.webClient.post()
			.uri(request.url())
			.headers((headers) -> set(headers, request.headers()))
			.body(request.body())
			.exchangeToMono((response) -> read(response, attempt))
			.onErrorMap(WebClientRequestException.class, (failure) -> this.failures.translate(failure, attempt));
	}

	private static void set(HttpHeaders headers, HttpHeaders signed) {
		signed.forEach(headers::put);
	}

	private Mono<HttpAnswer> read(ClientResponse response, HttpAttempt attempt) {
		return DataBufferUtils.join(response.body(BodyExtractors.toDataBuffers()))
			.map(FluentExchange::toBytes)
			.defaultIfEmpty(NO_BODY)
			.map((bytes) -> new HttpAnswer(response.statusCode().value(), response.headers().asHttpHeaders(), bytes,
					bytes.length))
			.onErrorMap((failure) -> this.failures.translate(failure, attempt))
			.doOnNext((answer) -> ResponseChecksum.verify(answer, attempt));
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
