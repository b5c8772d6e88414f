package io.sprockets.dynamodb.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An update expression made of single steps. Every name and value gets a placeholder, so
 * reserved words never matter. Immutable.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">
 * Update expressions</a>
 */
public final class UpdateExpression {

	/** Without any step. */
	public static final UpdateExpression EMPTY = new UpdateExpression(Map.of(), Map.of(), Map.of());

	private final Map<Clause, List<String>> clauses;

	private final Map<String, String> names;

	private final Map<String, @Nullable Object> values;

	private UpdateExpression(Map<Clause, List<String>> clauses, Map<String, String> names,
			Map<String, @Nullable Object> values) {
		this.clauses = clauses;
		this.names = names;
		this.values = values;
	}

	/**
	 * Sets an attribute; an empty set, which DynamoDB cannot store, removes it.
	 */
	public UpdateExpression set(String path, @Nullable Object value) {
		if (value instanceof Set<?> set && set.isEmpty()) {
			return remove(path);
		}
		Draft draft = new Draft(this);
		return draft.step(Clause.SET, draft.path(path) + " = " + draft.value(value));
	}

	/**
	 * Sets an attribute if it is absent.
	 */
	public UpdateExpression setIfAbsent(String path, @Nullable Object value) {
		Draft draft = new Draft(this);
		String target = draft.path(path);
		return draft.step(Clause.SET, target + " = if_not_exists(" + target + ", " + draft.value(value) + ")");
	}

	/**
	 * Appends to a list.
	 */
	public UpdateExpression append(String path, Collection<?> elements) {
		Draft draft = new Draft(this);
		String target = draft.path(path);
		String empty = draft.value(List.of());
		String appended = draft.value(new ArrayList<>(elements));
		return draft.step(Clause.SET,
				target + " = list_append(if_not_exists(" + target + ", " + empty + "), " + appended + ")");
	}

	/**
	 * Adds to a number or a set.
	 */
	public UpdateExpression add(String path, Object value) {
		Draft draft = new Draft(this);
		return draft.step(Clause.ADD, draft.path(path) + " " + draft.value(value));
	}

	/**
	 * Removes an attribute or a list element.
	 */
	public UpdateExpression remove(String path) {
		Draft draft = new Draft(this);
		return draft.step(Clause.REMOVE, draft.path(path));
	}

	/**
	 * Deletes elements from a set.
	 */
	public UpdateExpression delete(String path, Set<?> elements) {
		Draft draft = new Draft(this);
		return draft.step(Clause.DELETE, draft.path(path) + " " + draft.value(elements));
	}

	public boolean isEmpty() {
		return this.clauses.isEmpty();
	}

	/**
	 * Returns the expression as the service reads it.
	 */
	public String text() {
		return this.clauses.entrySet()
			.stream()
			.map((clause) -> clause.getKey() + " " + String.join(", ", clause.getValue()))
			.collect(Collectors.joining(" "));
	}

	/**
	 * Returns the attribute names by placeholder.
	 */
	public Map<String, String> names() {
		return this.names;
	}

	/**
	 * Returns the values by placeholder.
	 */
	public Map<String, @Nullable Object> values() {
		return this.values;
	}

	private enum Clause {

		SET, REMOVE, ADD, DELETE

	}

	/**
	 * The next expression while a step is added.
	 */
	private static final class Draft {

		private final Map<Clause, List<String>> clauses;

		private final Map<String, String> names;

		private final Map<String, @Nullable Object> values;

		Draft(UpdateExpression expression) {
			this.clauses = new LinkedHashMap<>(expression.clauses);
			this.names = new LinkedHashMap<>(expression.names);
			this.values = new LinkedHashMap<>(expression.values);
		}

		String path(String path) {
			return DocumentPath.of(path)
				.steps()
				.stream()
				.map((step) -> placeholder(step.name()) + step.indexes())
				.collect(Collectors.joining("."));
		}

		String value(@Nullable Object value) {
			String placeholder = ":_u" + this.values.size();
			this.values.put(placeholder, value);
			return placeholder;
		}

		UpdateExpression step(Clause clause, String step) {
			this.clauses.merge(clause, List.of(step),
					(steps, added) -> Stream.concat(steps.stream(), added.stream()).toList());
			return new UpdateExpression(this.clauses, this.names, this.values);
		}

		private String placeholder(String name) {
			for (Map.Entry<String, String> known : this.names.entrySet()) {
				if (known.getValue().equals(name)) {
					return known.getKey();
				}
			}
			String placeholder = "#_u" + this.names.size();
			this.names.put(placeholder, name);
			return placeholder;
		}

	}

}
