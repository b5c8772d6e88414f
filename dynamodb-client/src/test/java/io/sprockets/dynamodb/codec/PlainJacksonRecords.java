package io.sprockets.dynamodb.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records as Jackson's own binding makes them of items without types, in which sets are
 * arrays, except where nothing says what they become.
 */
final class PlainJacksonRecords {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private PlainJacksonRecords() {
	}

	/**
	 * Returns the record of an item.
	 * @throws tools.jackson.core.JacksonException if the item does not fit
	 */
	static VariedRecord read(JsonNode item) {
		ObjectNode untyped = NODES.objectNode();
		item.properties()
			.forEach((member) -> untyped.set(member.getKey(), component(member.getKey(), member.getValue())));
		for (String set : VariedRecord.SETS) {
			if (!untyped.has(set)) {
				untyped.putArray(set);
			}
		}
		return MAPPER.treeToValue(untyped, VariedRecord.class);
	}

	private static JsonNode component(String name, JsonNode value) {
		if (PlainJacksonReading.typed(value).getKey().equals("N")) {
			String decimal = PlainJacksonReading.text(value.get("N"));
			if (name.equals("exact")) {
				return NODES.numberNode(new BigDecimal(decimal));
			}
			if (name.equals("rough")) {
				return NODES.numberNode(new BigDecimal(decimal).doubleValue());
			}
		}
		return untyped(value, VariedRecord.TYPES.containsKey(name));
	}

	private static JsonNode untyped(JsonNode value, boolean setsAreArrays) {
		Map.Entry<String, JsonNode> typed = PlainJacksonReading.typed(value);
		JsonNode content = typed.getValue();
		return switch (typed.getKey()) {
			case "M" -> {
				ObjectNode map = NODES.objectNode();
				content.properties().forEach((member) -> map.set(member.getKey(), untyped(member.getValue(), false)));
				yield map;
			}
			case "L" -> {
				ArrayNode list = NODES.arrayNode();
				content.forEach((element) -> list.add(untyped(element, false)));
				yield list;
			}
			case "B" -> NODES.binaryNode(PlainJacksonReading.binary(content));
			default -> untyped(PlainJacksonReading.plainValue(value), setsAreArrays);
		};
	}

	private static JsonNode untyped(Object plain, boolean setsAreArrays) {
		if (plain instanceof Set<?> set && setsAreArrays) {
			ArrayNode array = NODES.arrayNode();
			set.forEach((element) -> array.add(scalar(element)));
			return array;
		}
		return scalar(plain);
	}

	private static JsonNode scalar(Object plain) {
		if (plain == null) {
			return NODES.nullNode();
		}
		if (plain instanceof String text) {
			return NODES.stringNode(text);
		}
		if (plain instanceof Boolean bool) {
			return NODES.booleanNode(bool);
		}
		if (plain instanceof BigDecimal decimal) {
			return NODES.numberNode(decimal);
		}
		if (plain instanceof BigInteger integer) {
			return NODES.numberNode(integer);
		}
		if (plain instanceof Number number) {
			boolean small = number instanceof Integer;
			return small ? NODES.numberNode(number.intValue()) : NODES.numberNode(number.longValue());
		}
		return NODES.pojoNode(plain);
	}

}
