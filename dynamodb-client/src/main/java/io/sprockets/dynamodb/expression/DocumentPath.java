package io.sprockets.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * A path into an item such as {@code address.city} or {@code lines[0].quantity}: names
 * separated by dots, each with list indexes behind it.
 *
 * @param steps the names and indexes, in order
 */
record DocumentPath(List<Step> steps) {

	/**
	 * Reads a path.
	 * @throws IllegalArgumentException if it is none
	 */
	static DocumentPath of(String path) {
		List<Step> steps = new ArrayList<>();
		for (String part : path.split("\\.", -1)) {
			int bracket = part.indexOf('[');
			String name = (bracket < 0) ? part : part.substring(0, bracket);
			String indexes = (bracket < 0) ? "" : part.substring(bracket);
			if (name.isEmpty() || !indexes.matches("(\\[\\d+])*")) {
				throw new IllegalArgumentException("'" + path
						+ "' is no document path; write names separated by dots, with list indexes such as lines[0].price");
			}
			steps.add(new Step(name, indexes));
		}
		return new DocumentPath(List.copyOf(steps));
	}

	/**
	 * A name and the list indexes behind it.
	 *
	 * @param name the attribute's name
	 * @param indexes the indexes as they are written, empty if there are none
	 */
	record Step(String name, String indexes) {

	}

}
