package io.sprockets.dynamodb.transport;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.ExchangeFunctions;

/**
 * Exchanges through the functional core of WebClient, where nobody shapes the WebClient
 * itself.
 */
final class FunctionalExchange implements HttpExchange {

	private final ExchangeFunction function;

	private final TransportFailures failures;

	private final ContentDecoding decoding;

	FunctionalExchange(ClientHttpConnector connector, TransportFailures failures, ContentDecoding decoding) {
		this.function = ExchangeFunctions.create(connector);
		this.failures = failures;
		this.decoding = decoding;
	}

	@Override
	public Mono<HttpAnswer> exchange(HttpAttempt attempt) {
		SignedRequest request = new SignedRequest(attempt);
		return new Answer(this.function.exchange(request), request);
	}

	private final class Answer extends MonoOperator<ClientResponse, HttpAnswer> {

		private final SignedRequest request;

		Answer(Mono<ClientResponse> source, SignedRequest request) {
			super(source);
			this.request = request;
		}

		@Override
		public void subscribe(CoreSubscriber<? super HttpAnswer> actual) {
			this.source.subscribe(new AnswerSubscriber(actual, this.request, FunctionalExchange.this.failures,
					FunctionalExchange.this.decoding));
		}

	}

}
