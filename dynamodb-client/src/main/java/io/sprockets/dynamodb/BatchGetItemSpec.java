package io.sprockets.dynamodb;

import java.util.Collection;
import java.util.Map;

import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.ReturnConsumedCapacity;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;

/**
 * BatchGetItem: any number of items of any number of tables. Keys are sent 100 at a time,
 * what the service leaves unprocessed is asked for again. Immutable: every step returns a
 * new spec.
 *
 * @param <T> what items become
 */
public interface BatchGetItemSpec<T> {

	/**
	 * Adds a key.
	 */
	BatchGetItemSpec<T> key(String tableName, Map<String, ? extends @Nullable Object> key);

	/**
	 * Adds keys.
	 */
	BatchGetItemSpec<T> keys(String tableName, Collection<? extends Map<String, ? extends @Nullable Object>> keys);

	/**
	 * Reads a table's items strongly consistent.
	 */
	BatchGetItemSpec<T> consistentRead(String tableName);

	/**
	 * Reads only some attributes of a table's items.
	 */
	BatchGetItemSpec<T> projection(String tableName, String projectionExpression);

	/**
	 * Adds a placeholder for an attribute name in a table's projection.
	 */
	BatchGetItemSpec<T> name(String tableName, String placeholder, String attributeName);

	/**
	 * Asks for the consumed capacity in {@link #result()}.
	 */
	BatchGetItemSpec<T> returnConsumedCapacity(ReturnConsumedCapacity detail);

	/**
	 * Maps items to a record, a bean or anything else Jackson can make.
	 */
	<R> BatchGetItemSpec<R> as(Class<R> type);

	/**
	 * Maps items to a generic type.
	 */
	<R> BatchGetItemSpec<R> as(ParameterizedTypeReference<R> type);

	/**
	 * Gives items in DynamoDB's own types, nothing converted.
	 */
	BatchGetItemSpec<Map<String, AttributeValue>> asAttributeValues();

	/**
	 * Gives the items found, of all tables, in no particular order, as the batches
	 * arrive.
	 */
	Flux<T> all();

	/**
	 * Gives the items found by table, and what they cost.
	 */
	Mono<BatchGetItemResult<T>> result();

}
