package io.sprockets.dynamodb.codec;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.sprockets.dynamodb.model.AttributeValue;

/**
 * Says whether values that were read are the same: to the class of a number, the content
 * of an array and the order of members.
 */
final class Sameness {

	private Sameness() {
	}

	static boolean same(Object left, Object right) {
		if (left instanceof Map<?, ?> map && right instanceof Map<?, ?> other) {
			return inOrder(map.keySet(), other.keySet()) && inOrder(map.values(), other.values());
		}
		if (left instanceof Set<?> set && right instanceof Set<?> other) {
			boolean ordered = left instanceof LinkedHashSet && right instanceof LinkedHashSet;
			return ordered ? inOrder(set, other) : new HashSet<>(set).equals(other);
		}
		if (left instanceof List<?> list && right instanceof List<?> other) {
			return inOrder(list, other);
		}
		if (left instanceof byte[] bytes && right instanceof byte[] other) {
			return Arrays.equals(bytes, other);
		}
		if (left instanceof VariedRecord varied && right instanceof VariedRecord other) {
			return same(varied.values(), other.values());
		}
		if (left instanceof AttributeValue.M map && right instanceof AttributeValue.M other) {
			return same(map.values(), other.values());
		}
		if (left instanceof AttributeValue.L list && right instanceof AttributeValue.L other) {
			return same(list.values(), other.values());
		}
		if (left instanceof Double number && right instanceof Double other) {
			// The sign of a zero is lost on the way through BigDecimal
			return number.doubleValue() == other.doubleValue();
		}
		return Objects.equals(left, right);
	}

	private static boolean inOrder(Collection<?> left, Collection<?> right) {
		if (left.size() != right.size()) {
			return false;
		}
		Iterator<?> others = right.iterator();
		for (Object element : left) {
			if (!same(element, others.next())) {
				return false;
			}
		}
		return true;
	}

}
