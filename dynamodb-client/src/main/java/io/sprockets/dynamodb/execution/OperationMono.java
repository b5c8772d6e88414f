package io.sprockets.dynamodb.execution;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * The call of an operation, made anew for each subscriber.
 *
 * @param <T> what the answer becomes
 */
final class OperationMono<T> extends Mono<T> {

	private final PipelineParts parts;

	private final Operation<?> operation;

	private final AnswerDecoder<T> decoder;

	private OperationMono(PipelineParts parts, Operation<?> operation, AnswerDecoder<T> decoder) {
		this.parts = parts;
		this.operation = operation;
		this.decoder = decoder;
	}

	static <T> Mono<T> of(PipelineParts parts, Operation<?> operation, AnswerDecoder<T> decoder) {
		return onAssembly(new OperationMono<>(parts, operation, decoder));
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		CallRequest request;
		try {
			request = new CallRequest(this.operation);
		}
		catch (IllegalArgumentException ex) {
			Operators.error(actual, ex);
			return;
		}
		actual.onSubscribe(new OperationCall<>(this.parts, request, this.decoder, actual));
	}

}
