package io.sprockets.dynamodb;

import io.sprockets.dynamodb.codec.ItemAnswer;
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
		return answer().then();
	}

	public Mono<T> one() {
		return answer().handle((answer, sink) -> {
			T item = answer.item();
			if (item != null) {
				sink.next(item);
			}
		});
	}

	public Mono<ItemResult<T>> result() {
		return answer().map(
				(answer) -> new ItemResult<>(answer.item(), answer.consumedCapacity(), answer.itemCollectionMetrics()));
	}

	private Mono<ItemAnswer<T>> answer() {
		return this.client.call(this.operation, tableName(), complete(), this.client.codec().itemAnswers(this.type));
	}

}
