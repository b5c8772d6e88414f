package io.sprockets.dynamodb.error;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.sprockets.dynamodb.model.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * Items inside of errors, from the plain objects of their typed JSON. What does not look
 * like an item is left out: an error must not fail for its details.
 */
final class WireItems {

	private WireItems() {
	}

	static @Nullable String text(@Nullable Object value) {
		return (value instanceof String text) ? text : null;
	}

	static Map<String, AttributeValue> item(@Nullable Object wire) {
		Map<String, AttributeValue> item = new LinkedHashMap<>();
		if (wire instanceof Map<?, ?> members) {
			members.forEach((name, typed) -> {
				AttributeValue value = value(typed);
				if (value != null) {
					item.put(String.valueOf(name), value);
				}
			});
		}
		return item;
	}

	private static @Nullable AttributeValue value(@Nullable Object typed) {
		if (!(typed instanceof Map<?, ?> wrapper) || wrapper.size() != 1) {
			return null;
		}
		Map.Entry<?, ?> entry = wrapper.entrySet().iterator().next();
		Object value = entry.getValue();
		return switch (String.valueOf(entry.getKey())) {
			case "S" -> (value instanceof String text) ? new AttributeValue.S(text) : null;
			case "N" -> (value instanceof String text) ? new AttributeValue.N(text) : null;
			case "B" -> (value instanceof String text) ? new AttributeValue.B(binary(text)) : null;
			case "BOOL" -> new AttributeValue.Bool(Boolean.TRUE.equals(value));
			case "NULL" -> new AttributeValue.Null();
			case "M" -> new AttributeValue.M(item(value));
			case "L" -> new AttributeValue.L(list(value));
			case "SS" -> new AttributeValue.Ss(texts(value));
			case "NS" -> new AttributeValue.Ns(texts(value));
			case "BS" -> new AttributeValue.Bs(texts(value).stream().map(WireItems::binary).toList());
			default -> null;
		};
	}

	private static List<AttributeValue> list(@Nullable Object value) {
		List<AttributeValue> list = new ArrayList<>();
		if (value instanceof List<?> elements) {
			for (Object element : elements) {
				AttributeValue converted = value(element);
				if (converted != null) {
					list.add(converted);
				}
			}
		}
		return list;
	}

	private static Set<String> texts(@Nullable Object value) {
		Set<String> texts = new LinkedHashSet<>();
		if (value instanceof List<?> elements) {
			elements.forEach((element) -> texts.add(String.valueOf(element)));
		}
		return texts;
	}

	private static byte[] binary(String base64) {
		try {
			return Base64.getDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

}
