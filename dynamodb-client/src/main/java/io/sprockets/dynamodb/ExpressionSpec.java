package io.sprockets.dynamodb;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A spec whose expressions use placeholders.
 *
 * @param <S> the spec itself
 */
public interface ExpressionSpec<S> extends NamesSpec<S> {

	/**
	 * Adds a value that the expressions use.
	 * @param placeholder the placeholder, beginning with {@code :}
	 * @param value a plain object, an attribute value or anything Jackson maps
	 */
	S value(String placeholder, @Nullable Object value);

	/**
	 * Adds several values.
	 * @param values placeholders, beginning with {@code :}, and what they stand for
	 */
	S values(Map<String, ? extends @Nullable Object> values);

}
