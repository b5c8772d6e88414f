package io.sprockets.dynamodb;

import java.util.Map;

import io.sprockets.dynamodb.model.AttributeValue;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Query: the items of one partition, in the order of their sort key. Pages are fetched as
 * the subscriber asks for items. Immutable: every step returns a new spec, which can be
 * kept, shared and subscribed to any number of times.
 *
 * @param <T> what items become
 */
public interface QuerySpec<T> extends PagedSpec<QuerySpec<T>, T> {

	/**
	 * Sets the condition on the key, for example
	 * {@code customerId = :c and begins_with(orderId, :p)}.
	 */
	QuerySpec<T> keyCondition(String keyConditionExpression);

	/**
	 * Reads from the highest sort key down.
	 */
	default QuerySpec<T> descending() {
		return scanIndexForward(false);
	}

	/**
	 * Chooses the order of the sort key: ascending ({@code true}, the default) or
	 * descending.
	 */
	QuerySpec<T> scanIndexForward(boolean ascending);

	/**
	 * Maps items to a record, a bean or anything else Jackson can make.
	 */
	<R> QuerySpec<R> as(Class<R> type);

	/**
	 * Maps items to a generic type.
	 */
	<R> QuerySpec<R> as(ParameterizedTypeReference<R> type);

	/**
	 * Gives items in DynamoDB's own types, nothing converted.
	 */
	QuerySpec<Map<String, AttributeValue>> asAttributeValues();

}
