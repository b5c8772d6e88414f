package io.sprockets.dynamodb;

import io.sprockets.dynamodb.model.ReturnConsumedCapacity;
import io.sprockets.dynamodb.model.ReturnItemCollectionMetrics;
import io.sprockets.dynamodb.model.ReturnValue;
import io.sprockets.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import reactor.core.publisher.Mono;

/**
 * A spec that writes one item.
 *
 * @param <S> the spec itself
 * @param <T> what returned attributes become
 */
public interface WriteItemSpec<S, T> extends ExpressionSpec<S> {

	/**
	 * Writes only if the item that is stored satisfies the condition; the
	 * {@link io.sprockets.dynamodb.error.ConditionalCheckFailedException} otherwise.
	 */
	S condition(String conditionExpression);

	/**
	 * Asks for attributes of the item, for {@link #one()} and {@link #result()}.
	 */
	S returning(ReturnValue returnValues);

	/**
	 * Asks for the stored item in the error of a failed condition.
	 */
	S returningOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure returnValues);

	/**
	 * Asks for the consumed capacity in {@link #result()}.
	 */
	S returnConsumedCapacity(ReturnConsumedCapacity detail);

	/**
	 * Asks for the size of the item collection in {@link #result()}.
	 */
	S returnItemCollectionMetrics(ReturnItemCollectionMetrics metrics);

	/**
	 * Writes.
	 */
	Mono<Void> execute();

	/**
	 * Writes and gives the attributes asked for by {@link #returning}; empty where there
	 * are none.
	 */
	Mono<T> one();

	/**
	 * Writes and gives the whole answer.
	 */
	Mono<ItemResult<T>> result();

}
