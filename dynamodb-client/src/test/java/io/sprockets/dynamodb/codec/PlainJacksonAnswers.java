package io.sprockets.dynamodb.codec;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.sprockets.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/**
 * What answers hold according to Jackson's trees of them. Members that are null are
 * absent.
 */
final class PlainJacksonAnswers {

	private PlainJacksonAnswers() {
	}

	/**
	 * Returns item and capacity, or items, counts, last key and capacity.
	 */
	static List<Object> parts(JsonNode answer, boolean page, Function<JsonNode, ?> item) {
		return page ? page(answer, item) : item(answer, item);
	}

	private static List<Object> item(JsonNode answer, Function<JsonNode, ?> reading) {
		Object item = null;
		for (Map.Entry<String, JsonNode> member : answer.properties()) {
			boolean known = member.getKey().equals("Item") || member.getKey().equals("Attributes");
			if (known && !member.getValue().isNull()) {
				item = reading.apply(member.getValue());
			}
		}
		return Arrays.asList(item, capacity(answer));
	}

	private static List<Object> page(JsonNode answer, Function<JsonNode, ?> reading) {
		List<?> items = answer.hasNonNull("Items") ? PlainJacksonReading.list(answer.get("Items"), reading) : List.of();
		int count = integer(answer, "Count", items.size());
		Map<String, AttributeValue> lastKey = answer.hasNonNull("LastEvaluatedKey")
				? PlainJacksonReading.attributeValues(answer.get("LastEvaluatedKey")) : Map.of();
		return Arrays.asList(items, count, integer(answer, "ScannedCount", count), lastKey.isEmpty() ? null : lastKey,
				capacity(answer));
	}

	private static int integer(JsonNode answer, String member, int otherwise) {
		if (!answer.hasNonNull(member)) {
			return otherwise;
		}
		int value = number(answer.get(member)).intValue();
		return (value >= 0) ? value : otherwise;
	}

	private static Number number(JsonNode number) {
		if (!number.isNumber()) {
			throw new PlainJacksonReading.NotOfTheProtocol();
		}
		return number.numberValue();
	}

	private static List<Object> capacity(JsonNode answer) {
		if (!answer.hasNonNull("ConsumedCapacity")) {
			return null;
		}
		JsonNode capacity = answer.get("ConsumedCapacity");
		JsonNode table = capacity.get("TableName");
		JsonNode units = capacity.get("CapacityUnits");
		boolean strict = capacity.isObject() && (table == null || table.isString())
				&& (units == null || units.isNumber());
		if (!strict) {
			throw new CoercedByJackson();
		}
		return Arrays.asList((table != null) ? table.stringValue() : null,
				(units != null) ? units.numberValue().doubleValue() : null);
	}

	/**
	 * Structures are bound by Jackson, which makes texts of numbers and numbers of texts.
	 */
	static final class CoercedByJackson extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
