package io.sprockets.dynamodb;

import java.util.Map;

import io.sprockets.dynamodb.model.AttributeValue;

import org.springframework.core.ParameterizedTypeReference;

/**
 * DeleteItem: removes an item; not an error where there is none. Immutable: every step
 * returns a new spec, which can be kept, shared and subscribed to any number of times.
 *
 * @param <T> what returned attributes become
 */
public interface DeleteItemSpec<T> extends KeySpec<DeleteItemSpec<T>>, WriteItemSpec<DeleteItemSpec<T>, T> {

	/**
	 * Maps the item to a record, a bean or anything else Jackson can make.
	 */
	<R> DeleteItemSpec<R> as(Class<R> type);

	/**
	 * Maps the item to a generic type.
	 */
	<R> DeleteItemSpec<R> as(ParameterizedTypeReference<R> type);

	/**
	 * Gives the item in DynamoDB's own types, nothing converted.
	 */
	DeleteItemSpec<Map<String, AttributeValue>> asAttributeValues();

}
