package io.sprockets.dynamodb;

import java.util.Map;

import io.sprockets.dynamodb.model.ReturnConsumedCapacity;
import io.sprockets.dynamodb.model.Select;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A spec that reads items page by page. Pages are fetched as the subscriber asks for
 * items.
 *
 * @param <S> the spec itself
 * @param <T> what items become
 */
public interface PagedSpec<S, T> extends ExpressionSpec<S> {

	/**
	 * Drops items that do not satisfy the expression, after they were read and paid for.
	 */
	S filter(String filterExpression);

	/**
	 * Reads a secondary index.
	 */
	S index(String indexName);

	/**
	 * Reads only some attributes.
	 * @param projectionExpression attribute paths, separated by commas
	 */
	S projection(String projectionExpression);

	/**
	 * Chooses what is returned.
	 */
	S select(Select select);

	/**
	 * Limits how many items one page evaluates, before the filter. It does not limit
	 * {@link #all()}: use {@link Flux#take(long)} for that.
	 */
	S limit(int itemsPerPage);

	/**
	 * Begins after an item.
	 * @param lastEvaluatedKey the last key of an earlier {@link Page}
	 */
	S startKey(Map<String, ? extends @Nullable Object> lastEvaluatedKey);

	/**
	 * Reads what was written before, at twice the capacity; not on global secondary
	 * indexes.
	 */
	default S consistentRead() {
		return consistentRead(true);
	}

	/**
	 * Chooses between strongly and eventually consistent reads.
	 */
	S consistentRead(boolean consistentRead);

	/**
	 * Asks for the consumed capacity of each page.
	 */
	S returnConsumedCapacity(ReturnConsumedCapacity detail);

	/**
	 * Gives the items of all pages.
	 */
	Flux<T> all();

	/**
	 * Gives the pages one by one, each with its last key and consumed capacity; an empty
	 * page is given too.
	 */
	Flux<Page<T>> pages();

	/**
	 * Counts the items of all pages without transferring them.
	 */
	Mono<Long> count();

	/**
	 * Gives one page: the whole answer of one request.
	 */
	Mono<Page<T>> result();

}
