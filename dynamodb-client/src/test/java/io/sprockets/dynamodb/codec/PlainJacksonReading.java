package io.sprockets.dynamodb.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.sprockets.dynamodb.model.AttributeValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as Jackson's own trees, and items made of them in the simplest way. Of members
 * with the same name the last one counts, as everywhere in Jackson.
 */
final class PlainJacksonReading {

	/**
	 * As the reader: whatever is integral and no larger than DynamoDB's largest, or
	 * written as digits only.
	 */
	private static final int MAX_INTEGER_DIGITS = 126;

	/** Without limits of its own, as the reader's are others. */
	private static final StreamReadConstraints ANY_SIZE = StreamReadConstraints.builder()
		.maxNestingDepth(Integer.MAX_VALUE)
		.maxNumberLength(Integer.MAX_VALUE)
		.maxNameLength(Integer.MAX_VALUE)
		.build();

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder().streamReadConstraints(ANY_SIZE).build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final JsonMapper STRICT_MAPPER = MAPPER.rebuild()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private PlainJacksonReading() {
	}

	/**
	 * Says whether an object of an answer that is JSON has a name twice.
	 */
	static boolean hasNameTwice(byte[] bytes) {
		try {
			STRICT_MAPPER.readTree(bytes);
			return false;
		}
		catch (JacksonException ex) {
			return true;
		}
	}

	/**
	 * Reads a tree of an answer, which is an object.
	 * @throws tools.jackson.core.JacksonException if it is no JSON
	 * @throws NotOfTheProtocol if it is no object
	 */
	static JsonNode tree(byte[] bytes, int length) {
		JsonNode tree = MAPPER.readTree(bytes, 0, length);
		require(tree.isObject());
		return tree;
	}

	static Map<String, Object> plainItem(JsonNode map) {
		return map(map, PlainJacksonReading::plainValue);
	}

	static Map<String, AttributeValue> attributeValues(JsonNode map) {
		return map(map, PlainJacksonReading::attributeValue);
	}

	private static <V> Map<String, V> map(JsonNode map, Function<JsonNode, V> values) {
		require(map.isObject());
		Map<String, V> item = new LinkedHashMap<>();
		map.properties().forEach((member) -> item.put(member.getKey(), values.apply(member.getValue())));
		return item;
	}

	static <V> List<V> list(JsonNode list, Function<JsonNode, V> elements) {
		return addAll(list, elements, new ArrayList<>());
	}

	private static <V, C extends Collection<V>> C addAll(JsonNode list, Function<JsonNode, V> elements, C collection) {
		require(list.isArray());
		list.forEach((element) -> collection.add(elements.apply(element)));
		return collection;
	}

	static Map.Entry<String, JsonNode> typed(JsonNode value) {
		require(value.isObject() && value.size() == 1);
		return value.properties().iterator().next();
	}

	static Object plainValue(JsonNode value) {
		JsonNode content = typed(value).getValue();
		return switch (typed(value).getKey()) {
			case "S" -> text(content);
			case "N" -> number(text(content));
			case "B" -> binary(content);
			case "BOOL" -> bool(content);
			case "NULL" -> nothing(content);
			case "M" -> plainItem(content);
			case "L" -> list(content, PlainJacksonReading::plainValue);
			case "SS" -> addAll(content, PlainJacksonReading::text, new LinkedHashSet<>());
			case "NS" -> addAll(content, (element) -> number(text(element)), new LinkedHashSet<>());
			case "BS" -> addAll(content, (element) -> ByteBuffer.wrap(binary(element)), new LinkedHashSet<>());
			default -> throw new NotOfTheProtocol();
		};
	}

	private static AttributeValue attributeValue(JsonNode value) {
		JsonNode content = typed(value).getValue();
		return switch (typed(value).getKey()) {
			case "S" -> new AttributeValue.S(text(content));
			case "N" -> new AttributeValue.N(text(content));
			case "B" -> new AttributeValue.B(binary(content));
			case "BOOL" -> new AttributeValue.Bool(bool(content));
			case "NULL" -> {
				nothing(content);
				yield new AttributeValue.Null();
			}
			case "M" -> new AttributeValue.M(attributeValues(content));
			case "L" -> new AttributeValue.L(list(content, PlainJacksonReading::attributeValue));
			case "SS" -> new AttributeValue.Ss(addAll(content, PlainJacksonReading::text, new LinkedHashSet<String>()));
			case "NS" -> new AttributeValue.Ns(addAll(content, PlainJacksonReading::text, new LinkedHashSet<String>()));
			case "BS" -> new AttributeValue.Bs(list(content, PlainJacksonReading::binary));
			default -> throw new NotOfTheProtocol();
		};
	}

	static String text(JsonNode text) {
		require(text.isString());
		return text.stringValue();
	}

	static boolean bool(JsonNode bool) {
		require(bool.isBoolean());
		return bool.booleanValue();
	}

	private static Object nothing(JsonNode bool) {
		require(bool.isBoolean());
		return null;
	}

	static byte[] binary(JsonNode base64) {
		return Base64.getDecoder().decode(text(base64));
	}

	static Number number(String decimal) {
		BigDecimal exact = new BigDecimal(decimal);
		boolean large = exact.precision() - (long) exact.scale() > MAX_INTEGER_DIGITS && !decimal.matches("-?[0-9]+");
		if (exact.scale() > 0 || large) {
			return exact;
		}
		BigInteger integral = exact.toBigIntegerExact();
		if (integral.bitLength() > 63) {
			return integral;
		}
		return (integral.bitLength() > 31) ? (Number) integral.longValue() : (Number) integral.intValue();
	}

	private static void require(boolean holds) {
		if (!holds) {
			throw new NotOfTheProtocol();
		}
	}

	/**
	 * JSON, but no answer.
	 */
	static final class NotOfTheProtocol extends IllegalArgumentException {

		private static final long serialVersionUID = 1L;

	}

}
