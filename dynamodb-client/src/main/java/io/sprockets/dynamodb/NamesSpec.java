package io.sprockets.dynamodb;

import java.util.Map;

/**
 * A spec whose expressions may have placeholders for attribute names, as reserved words
 * and names with special characters need them.
 *
 * @param <S> the spec itself
 */
public interface NamesSpec<S> {

	/**
	 * Adds a placeholder for an attribute name.
	 * @param placeholder the placeholder, beginning with {@code #}
	 * @param attributeName the attribute it stands for
	 */
	S name(String placeholder, String attributeName);

	/**
	 * Adds several placeholders.
	 * @param names placeholders, beginning with {@code #}, and the attributes they stand
	 * for
	 */
	S names(Map<String, String> names);

}
