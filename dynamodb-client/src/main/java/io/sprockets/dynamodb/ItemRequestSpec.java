package io.sprockets.dynamodb;

import io.sprockets.dynamodb.codec.AnswerReader;
import io.sprockets.dynamodb.codec.ItemType;
import io.sprockets.dynamodb.codec.WireObject;
import reactor.core.publisher.Mono;

/**
 * The ends of an operation on one item.
 *
 * @param <S> the spec
 * @param <T> what the item becomes
 */
abstract class ItemRequestSpec<S, T> extends RequestSpec<S, T> {

	private final String operation;

	ItemRequestSpec(String operation, ClientOperations client, WireObject request, ItemType<T> type) {
		super(client, request, type);
		this.operation = operation;
	}

	/**
	 * Returns the request as it is sent.
	 */
	WireObject complete() {
		return this.request;
	}

	public Mono<Void> execute() {
		return call(this.client.codec().nothing());
	}

	public Mono<T> one() {
		return call(this.client.codec().oneItem(this.type));
	}

	public Mono<ItemResult<T>> result() {
		return call(this.client.codec().itemAnswers(this.type)).map(
				(answer) -> new ItemResult<>(answer.item(), answer.consumedCapacity(), answer.itemCollectionMetrics()));
	}

	private <A> Mono<A> call(AnswerReader<A> reader) {
		return this.client.call(this.operation, tableName(), complete(), reader);
	}

}
