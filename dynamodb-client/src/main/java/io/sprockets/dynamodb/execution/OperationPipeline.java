package io.sprockets.dynamodb.execution;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import io.sprockets.dynamodb.codec.RequestBody;
import io.sprockets.dynamodb.transport.HttpAnswer;
import reactor.core.publisher.Mono;

/**
 * What every operation runs through: observe, limit in time, attempt, and attempt again
 * where the rules allow it.
 */
public final class OperationPipeline {

	private final PipelineParts parts;

	public OperationPipeline(PipelineParts parts) {
		this.parts = parts;
	}

	/**
	 * Returns the call of an operation, made at each subscription.
	 * @return what the answer becomes, or any
	 * {@link io.sprockets.dynamodb.error.DynamoDbException}
	 */
	public <T> Mono<T> execute(Operation<T> operation) {
		return call(operation.name(), operation.tableNames(), operation.body(), AnswerDecoder.of(operation.reader()));
	}

	/**
	 * Returns the exchange of a request's bytes for those of a successful answer, made at
	 * each subscription.
	 */
	public Mono<HttpAnswer> exchange(String operation, byte[] body) {
		return call(operation, List.of(), () -> RequestBody.of(body), AnswerDecoder.RAW);
	}

	/**
	 * Closes the connections, without waiting for it.
	 */
	public void close() {
		this.parts.transport().close();
	}

	private <T> Mono<T> call(String operation, Collection<String> tableNames, Supplier<RequestBody> body,
			AnswerDecoder<T> decoder) {
		return Mono.defer(() -> new OperationCall<>(this.parts, operation, tableNames, decoder).run(body));
	}

}
