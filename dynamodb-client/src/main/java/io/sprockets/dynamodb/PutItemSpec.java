package io.sprockets.dynamodb;

import java.util.Map;

import io.sprockets.dynamodb.model.AttributeValue;

import org.springframework.core.ParameterizedTypeReference;

/**
 * PutItem: stores an item, in place of one with the same primary key. Immutable: every
 * step returns a new spec, which can be kept, shared and subscribed to any number of
 * times.
 *
 * @param <T> what returned attributes become
 */
public interface PutItemSpec<T> extends WriteItemSpec<PutItemSpec<T>, T> {

	/**
	 * Sets the item.
	 * @param item a record, a bean, a map of plain objects or of attribute values
	 */
	PutItemSpec<T> item(Object item);

	/**
	 * Maps the item to a record, a bean or anything else Jackson can make.
	 */
	<R> PutItemSpec<R> as(Class<R> type);

	/**
	 * Maps the item to a generic type.
	 */
	<R> PutItemSpec<R> as(ParameterizedTypeReference<R> type);

	/**
	 * Gives the item in DynamoDB's own types, nothing converted.
	 */
	PutItemSpec<Map<String, AttributeValue>> asAttributeValues();

}
