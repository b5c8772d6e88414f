package io.sprockets.dynamodb.transport;

import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClientResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.support.Netty4HeadersAdapter;

/**
 * Status and headers of an answer whose body is not there, or not usable.
 *
 * @param status the HTTP status
 * @param headers the headers
 */
record AnswerHead(int status, HttpHeaders headers) {

	static AnswerHead of(HttpClientResponse response) {
		return new AnswerHead(response.status().code(),
				new HttpHeaders(new Netty4HeadersAdapter(response.responseHeaders())));
	}

	static AnswerHead of(HttpResponse response) {
		return new AnswerHead(response.status().code(), new HttpHeaders(new Netty4HeadersAdapter(response.headers())));
	}

	/**
	 * Returns a copy of all headers, whose names are found in any case.
	 */
	Map<String, List<String>> copyOfHeaders() {
		return HttpAnswer.copyOf(this.headers);
	}

	/**
	 * Returns the service's id of the request.
	 */
	@Nullable String requestId() {
		return this.headers.getFirst("x-amzn-RequestId");
	}

}
