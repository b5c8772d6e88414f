package io.sprockets.dynamodb;

import java.util.Map;

import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.ReturnConsumedCapacity;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;

/**
 * GetItem: one item by its primary key. Immutable: every step returns a new spec, which
 * can be kept, shared and subscribed to any number of times.
 *
 * @param <T> what the item becomes
 */
public interface GetItemSpec<T> extends KeySpec<GetItemSpec<T>>, NamesSpec<GetItemSpec<T>> {

	/**
	 * Reads what was written before, at twice the capacity; eventually consistent by
	 * default.
	 */
	default GetItemSpec<T> consistentRead() {
		return consistentRead(true);
	}

	/**
	 * Chooses between a strongly and an eventually consistent read.
	 */
	GetItemSpec<T> consistentRead(boolean consistentRead);

	/**
	 * Reads only some attributes.
	 * @param projectionExpression attribute paths, separated by commas
	 */
	GetItemSpec<T> projection(String projectionExpression);

	/**
	 * Asks for the consumed capacity in {@link #result()}.
	 */
	GetItemSpec<T> returnConsumedCapacity(ReturnConsumedCapacity detail);

	/**
	 * Maps the item to a record, a bean or anything else Jackson can make.
	 */
	<R> GetItemSpec<R> as(Class<R> type);

	/**
	 * Maps the item to a generic type.
	 */
	<R> GetItemSpec<R> as(ParameterizedTypeReference<R> type);

	/**
	 * Gives the item in DynamoDB's own types, nothing converted.
	 */
	GetItemSpec<Map<String, AttributeValue>> asAttributeValues();

	/**
	 * Reads the item; empty where there is none.
	 */
	Mono<T> one();

	/**
	 * Reads the item and tells what it cost.
	 */
	Mono<ItemResult<T>> result();

}
