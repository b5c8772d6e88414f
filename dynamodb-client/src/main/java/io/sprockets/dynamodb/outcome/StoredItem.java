package io.sprockets.dynamodb.outcome;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * An item as the service has it, in the plain objects of its typed JSON, to be compared
 * with what was written.
 *
 * @param attributes the attributes by name
 */
record StoredItem(Map<?, ?> attributes) {

	/**
	 * Says whether this is an item and nothing else. Numbers are the same where their
	 * values are, sets in any order.
	 */
	boolean is(Map<?, ?> item) {
		return sameMembers(this.attributes, item);
	}

	/**
	 * Says whether there is a value at a path.
	 * @param path the names from the top
	 */
	boolean has(List<String> path, @Nullable Object value) {
		return value != null && sameValue(at(path), value);
	}

	/**
	 * Returns the typed value at a path, {@code null} if there is none.
	 */
	@Nullable Object at(List<String> path) {
		Map<?, ?> members = this.attributes;
		Object value = null;
		for (String name : path) {
			value = members.get(name);
			Object nested = (value instanceof Map<?, ?> typed) ? typed.get("M") : null;
			members = (nested instanceof Map<?, ?> map) ? map : Map.of();
		}
		return value;
	}

	private static boolean sameValue(@Nullable Object stored, @Nullable Object written) {
		if (!(stored instanceof Map<?, ?> left) || !(written instanceof Map<?, ?> right) || left.size() != 1
				|| !left.keySet().equals(right.keySet())) {
			return false;
		}
		String type = String.valueOf(left.keySet().iterator().next());
		Object one = left.get(type);
		Object other = right.get(type);
		return switch (type) {
			case "N" -> number(one).equals(number(other));
			case "SS", "BS" -> elements(one).equals(elements(other));
			case "NS" -> numbers(one).equals(numbers(other));
			case "M" -> one instanceof Map<?, ?> a && other instanceof Map<?, ?> b && sameMembers(a, b);
			case "L" -> one instanceof List<?> a && other instanceof List<?> b && sameElements(a, b);
			default -> Objects.equals(one, other);
		};
	}

	private static boolean sameMembers(Map<?, ?> stored, Map<?, ?> written) {
		return stored.keySet().equals(written.keySet()) && stored.entrySet()
			.stream()
			.allMatch((member) -> sameValue(member.getValue(), written.get(member.getKey())));
	}

	private static boolean sameElements(List<?> stored, List<?> written) {
		if (stored.size() != written.size()) {
			return false;
		}
		for (int i = 0; i < stored.size(); i++) {
			if (!sameValue(stored.get(i), written.get(i))) {
				return false;
			}
		}
		return true;
	}

	private static Set<?> elements(@Nullable Object set) {
		return (set instanceof List<?> list) ? new HashSet<>(list) : Set.of();
	}

	private static Set<Object> numbers(@Nullable Object set) {
		return elements(set).stream().map(StoredItem::number).collect(Collectors.toSet());
	}

	private static Object number(@Nullable Object text) {
		try {
			return new BigDecimal(String.valueOf(text)).stripTrailingZeros();
		}
		catch (NumberFormatException ex) {
			return String.valueOf(text);
		}
	}

}
