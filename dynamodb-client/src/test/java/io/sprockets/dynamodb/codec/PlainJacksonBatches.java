package io.sprockets.dynamodb.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.sprockets.dynamodb.model.AttributeValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What answers of batches, and errors of transactions, hold according to Jackson's trees
 * of them, without capacities. Members that are null are absent.
 */
final class PlainJacksonBatches {

	private PlainJacksonBatches() {
	}

	/**
	 * Returns items and unprocessed keys by table.
	 */
	static List<Object> ofReads(JsonNode answer) {
		return Arrays.asList(
				byTable(answer.get("Responses"),
						(items) -> PlainJacksonReading.list(items, PlainJacksonReading::plainItem)),
				byTable(answer.get("UnprocessedKeys"), (keys) -> {
					JsonNode list = object(keys).get("Keys");
					return isAbsent(list) ? List.of()
							: PlainJacksonReading.list(list, PlainJacksonReading::attributeValues);
				}));
	}

	/**
	 * Returns unprocessed writes and metrics by table.
	 */
	static List<Object> ofWrites(JsonNode answer) {
		return Arrays.asList(
				byTable(answer.get("UnprocessedItems"),
						(writes) -> PlainJacksonReading.list(writes, PlainJacksonBatches::write)),
				byTable(answer.get("ItemCollectionMetrics"),
						(metrics) -> PlainJacksonReading.list(metrics, PlainJacksonBatches::metrics)));
	}

	/**
	 * Returns code, message and item of each reason.
	 */
	static List<Object> reasons(JsonNode error) {
		JsonNode reasons = error.get("CancellationReasons");
		List<Object> read = new ArrayList<>();
		if (reasons != null && reasons.isArray()) {
			for (JsonNode reason : reasons) {
				JsonNode item = reason.get("Item");
				read.add(Arrays.asList(text(reason.get("Code"), "None"), text(reason.get("Message"), null),
						(item != null && item.isObject()) ? PlainJacksonReading.attributeValues(item) : Map.of()));
			}
		}
		return read;
	}

	private static List<Object> write(JsonNode write) {
		return Arrays.asList(only(object(write).get("PutRequest"), "Item"), only(write.get("DeleteRequest"), "Key"));
	}

	private static List<Object> metrics(JsonNode metrics) {
		JsonNode key = object(metrics).get("ItemCollectionKey");
		JsonNode range = metrics.get("SizeEstimateRangeGB");
		return Arrays.asList(isAbsent(key) ? null : PlainJacksonReading.attributeValues(key),
				isAbsent(range) ? null : PlainJacksonReading.list(range, (bound) -> {
					if (!bound.isNumber()) {
						throw new PlainJacksonReading.NotOfTheProtocol();
					}
					return bound.numberValue().doubleValue();
				}));
	}

	private static @Nullable Map<String, AttributeValue> only(@Nullable JsonNode request, String member) {
		JsonNode attributes = isAbsent(request) ? null : object(request).get(member);
		return isAbsent(attributes) ? null : PlainJacksonReading.attributeValues(attributes);
	}

	private static <V> Map<String, V> byTable(@Nullable JsonNode tables, Function<JsonNode, V> values) {
		Map<String, V> read = new LinkedHashMap<>();
		if (!isAbsent(tables)) {
			object(tables).properties().forEach((table) -> {
				if (!isAbsent(table.getValue())) {
					read.put(table.getKey(), values.apply(table.getValue()));
				}
			});
		}
		return read;
	}

	private static JsonNode object(JsonNode node) {
		if (!node.isObject()) {
			throw new PlainJacksonReading.NotOfTheProtocol();
		}
		return node;
	}

	private static boolean isAbsent(@Nullable JsonNode node) {
		return node == null || node.isNull();
	}

	private static @Nullable String text(@Nullable JsonNode text, @Nullable String otherwise) {
		return (text != null && text.isString()) ? text.stringValue() : otherwise;
	}

}
