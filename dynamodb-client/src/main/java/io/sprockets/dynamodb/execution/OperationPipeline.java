package io.sprockets.dynamodb.execution;

import java.util.List;

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
		return OperationMono.of(this.parts, operation, AnswerDecoder.of(operation.reader()));
	}

	/**
	 * Returns the exchange of a request's bytes for those of a successful answer, made at
	 * each subscription.
	 */
	public Mono<HttpAnswer> exchange(String operation, byte[] body) {
		return OperationMono.of(this.parts,
				new Operation<>(operation, List.of(), () -> RequestBody.of(body), (bytes, length) -> null),
				AnswerDecoder.RAW);
	}

	/**
	 * Closes when the calls in flight have ended, or after the grace time.
	 */
	public Mono<Void> closeLater() {
		return this.parts.transport().closeLater(this.parts.closeTimeout());
	}

	/**
	 * Returns how the client has fared so far.
	 */
	public ClientStatistics statistics() {
		return this.parts.statistics();
	}

}
