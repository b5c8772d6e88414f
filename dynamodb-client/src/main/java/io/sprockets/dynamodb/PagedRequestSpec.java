package io.sprockets.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.sprockets.dynamodb.codec.AnswerReader;
import io.sprockets.dynamodb.codec.ItemType;
import io.sprockets.dynamodb.codec.PageAnswer;
import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.codec.WireObject.Attributes;
import io.sprockets.dynamodb.execution.PagedFlux;
import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.Select;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The steps and ends of an operation that answers in pages.
 *
 * @param <S> the spec
 * @param <T> what items become
 */
abstract class PagedRequestSpec<S, T> extends RequestSpec<S, T> {

	private final String operation;

	PagedRequestSpec(String operation, ClientOperations client, WireObject request, ItemType<T> type) {
		super(client, request, type);
		this.operation = operation;
	}

	public S filter(String filterExpression) {
		return with("FilterExpression", filterExpression);
	}

	public S index(String indexName) {
		return with("IndexName", indexName);
	}

	public S select(Select select) {
		return with("Select", select);
	}

	public S limit(int itemsPerPage) {
		return with("Limit", itemsPerPage);
	}

	public S startKey(Map<String, ? extends @Nullable Object> lastEvaluatedKey) {
		return with("ExclusiveStartKey", new Attributes(WireObject.of(lastEvaluatedKey)));
	}

	public Flux<T> all() {
		return new PagedFlux<>(fetch(this.request), PageAnswer::lastEvaluatedKey, (page) -> page.items().iterator());
	}

	public Flux<Page<T>> pages() {
		return answers(this.request).map(PagedRequestSpec::toPage);
	}

	public Mono<Long> count() {
		return answers(this.request.with("Select", Select.COUNT)).reduce(0L, (sum, page) -> sum + page.count());
	}

	public Mono<Page<T>> result() {
		return fetch(this.request).apply(null).map(PagedRequestSpec::toPage);
	}

	private Flux<PageAnswer<T>> answers(WireObject request) {
		return new PagedFlux<>(fetch(request), PageAnswer::lastEvaluatedKey, (page) -> List.of(page).iterator());
	}

	private Function<@Nullable Map<String, AttributeValue>, Mono<PageAnswer<T>>> fetch(WireObject request) {
		AnswerReader<PageAnswer<T>> reader = this.client.codec().pageAnswers(this.type);
		return (startKey) -> this.client.call(this.operation, tableName(), (startKey != null)
				? request.with("ExclusiveStartKey", new Attributes(WireObject.of(startKey))) : request, reader);
	}

	private static <T> Page<T> toPage(PageAnswer<T> answer) {
		return new Page<>(answer.items(), answer.count(), answer.scannedCount(), answer.lastEvaluatedKey(),
				answer.consumedCapacity());
	}

}
