package io.sprockets.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an update expression does, as far as it matters for doing it twice.
 *
 * @param assigned the paths set to a value of the request, each with the value's
 * placeholder
 * @param removed the paths removed
 * @param assignmentsOnly whether that is all it does
 * @param repeatable whether doing it twice is the same as doing it once
 */
public record UpdateActions(List<Entry<String, String>> assigned, List<String> removed, boolean assignmentsOnly,
		boolean repeatable) {

	private static final Pattern CLAUSE = Pattern.compile("(?<![#:.\\w])(SET|REMOVE|ADD|DELETE)(?=\\s)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern VALUE = Pattern.compile(":\\w+");

	private static final Pattern ARITHMETIC = Pattern.compile("[+-]|list_append\\s*\\(", Pattern.CASE_INSENSITIVE);

	public UpdateActions {
		assigned = List.copyOf(assigned);
		removed = List.copyOf(removed);
	}

	/**
	 * Reads an expression. One the service would refuse gives anything.
	 */
	public static UpdateActions of(String expression) {
		Reader reader = new Reader();
		Matcher clause = CLAUSE.matcher(expression);
		boolean more = clause.find();
		while (more) {
			String keyword = clause.group(1).toUpperCase(Locale.ROOT);
			int start = clause.end();
			more = clause.find();
			String actions = expression.substring(start, more ? clause.start() : expression.length());
			split(actions).forEach((action) -> reader.read(keyword, action));
		}
		return new UpdateActions(reader.assigned, reader.removed, reader.assignmentsOnly, reader.repeatable);
	}

	/**
	 * Splits at the commas outside of parentheses.
	 */
	private static List<String> split(String actions) {
		List<String> parts = new ArrayList<>();
		int depth = 0;
		int start = 0;
		for (int i = 0; i < actions.length(); i++) {
			char c = actions.charAt(i);
			depth += (c == '(') ? 1 : (c == ')') ? -1 : 0;
			if (c == ',' && depth == 0) {
				parts.add(actions.substring(start, i).strip());
				start = i + 1;
			}
		}
		parts.add(actions.substring(start).strip());
		return parts;
	}

	private static final class Reader {

		private final List<Entry<String, String>> assigned = new ArrayList<>();

		private final List<String> removed = new ArrayList<>();

		private boolean assignmentsOnly = true;

		private boolean repeatable = true;

		void read(String keyword, String action) {
			switch (keyword) {
				case "SET" -> set(action);
				case "REMOVE" -> remove(action);
				case "ADD" -> other(false);
				default -> other(true);
			}
		}

		private void set(String action) {
			int equals = action.indexOf('=');
			String path = (equals >= 0) ? action.substring(0, equals).strip() : action;
			String operand = action.substring(equals + 1).strip();
			boolean indexed = path.contains("[");
			if (VALUE.matcher(operand).matches() && !indexed) {
				this.assigned.add(Map.entry(path, operand));
			}
			else {
				// Beyond a list's end, an index appends
				other(!indexed && !ARITHMETIC.matcher(operand).find());
			}
		}

		private void remove(String path) {
			if (path.contains("[")) {
				// What comes after it in the list takes its place
				other(false);
			}
			else {
				this.removed.add(path);
			}
		}

		private void other(boolean repeatable) {
			this.assignmentsOnly = false;
			this.repeatable &= repeatable;
		}

	}

}
