package io.sprockets.dynamodb;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A spec that names one item by its primary key.
 *
 * @param <S> the spec itself
 */
public interface KeySpec<S> {

	/**
	 * Adds an attribute of the primary key.
	 * @param name the key attribute's name
	 * @param value a string, number or binary
	 */
	S key(String name, Object value);

	/**
	 * Sets the whole primary key.
	 * @param key a map of attribute names to values, as plain objects or attribute values
	 */
	S key(Map<String, ? extends @Nullable Object> key);

}
