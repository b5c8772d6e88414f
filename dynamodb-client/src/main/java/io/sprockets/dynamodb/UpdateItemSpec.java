package io.sprockets.dynamodb;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import io.sprockets.dynamodb.model.AttributeValue;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;

/**
 * UpdateItem: changes attributes of an item, which is made where there is none.
 * Immutable: every step returns a new spec, which can be kept, shared and subscribed to
 * any number of times.
 *
 * @param <T> what returned attributes become
 */
public interface UpdateItemSpec<T> extends KeySpec<UpdateItemSpec<T>>, WriteItemSpec<UpdateItemSpec<T>, T> {

	/**
	 * Sets an attribute.
	 * @param path an attribute's name, or a document path such as {@code address.city} or
	 * {@code lines[0].quantity}; placeholders are made by the client
	 * @param value the new value; {@code null} stores DynamoDB's null, an empty set
	 * removes the attribute
	 */
	UpdateItemSpec<T> set(String path, @Nullable Object value);

	/**
	 * Sets an attribute only if it is absent.
	 */
	UpdateItemSpec<T> setIfAbsent(String path, @Nullable Object value);

	/**
	 * Appends to a list, which is made where it is absent.
	 */
	UpdateItemSpec<T> append(String path, Collection<?> values);

	/**
	 * Adds to a number, or elements to a set; the attribute is made where it is absent.
	 */
	UpdateItemSpec<T> add(String path, Object value);

	/**
	 * Removes attributes or list elements.
	 */
	UpdateItemSpec<T> remove(String... paths);

	/**
	 * Deletes elements from a set.
	 */
	UpdateItemSpec<T> delete(String path, Set<?> elements);

	/**
	 * Sets the update expression as text, instead of the single steps.
	 */
	UpdateItemSpec<T> update(String updateExpression);

	/**
	 * Maps the item to a record, a bean or anything else Jackson can make.
	 */
	<R> UpdateItemSpec<R> as(Class<R> type);

	/**
	 * Maps the item to a generic type.
	 */
	<R> UpdateItemSpec<R> as(ParameterizedTypeReference<R> type);

	/**
	 * Gives the item in DynamoDB's own types, nothing converted.
	 */
	UpdateItemSpec<Map<String, AttributeValue>> asAttributeValues();

}
