package io.sprockets.dynamodb.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.ConsumedCapacity;
import io.sprockets.dynamodb.model.ItemCollectionMetrics;
import io.sprockets.dynamodb.model.WriteRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the shapes answers are made of: members it does not know are skipped, members
 * that are null are absent.
 */
final class AnswerParser {

	private final JsonMapper wireMapper;

	AnswerParser(JsonMapper wireMapper) {
		this.wireMapper = wireMapper;
	}

	/**
	 * Reads {@code Item} or {@code Attributes} with capacity and metrics.
	 */
	<T> ItemAnswer<T> readItem(JsonParser parser, ItemReader<T> items) {
		T item = null;
		ConsumedCapacity capacity = null;
		ItemCollectionMetrics metrics = null;
		for (String name = first(parser); name != null; name = parser.nextName()) {
			if (parser.nextToken() == JsonToken.VALUE_NULL) {
				continue;
			}
			switch (name) {
				case "Item", "Attributes" -> item = readObject(parser, items);
				case "ConsumedCapacity" -> capacity = structure(parser, ConsumedCapacity.class);
				case "ItemCollectionMetrics" -> metrics = metrics(parser);
				default -> parser.skipChildren();
			}
		}
		return new ItemAnswer<>(item, capacity, metrics);
	}

	/**
	 * Reads {@code Items} with counts, last key and capacity.
	 */
	<T> PageAnswer<T> readPage(JsonParser parser, ItemReader<T> items) {
		List<T> page = List.of();
		int count = -1;
		int scannedCount = -1;
		Map<String, AttributeValue> lastKey = null;
		ConsumedCapacity capacity = null;
		for (String name = first(parser); name != null; name = parser.nextName()) {
			if (parser.nextToken() == JsonToken.VALUE_NULL) {
				continue;
			}
			switch (name) {
				case "Items" -> page = readList(parser, items);
				case "Count" -> count = integer(parser);
				case "ScannedCount" -> scannedCount = integer(parser);
				case "LastEvaluatedKey" -> lastKey = readObject(parser, AttributeValueReader.INSTANCE);
				case "ConsumedCapacity" -> capacity = structure(parser, ConsumedCapacity.class);
				default -> parser.skipChildren();
			}
		}
		int counted = (count >= 0) ? count : page.size();
		boolean last = lastKey == null || lastKey.isEmpty();
		return new PageAnswer<>(page, counted, (scannedCount >= 0) ? scannedCount : counted, last ? null : lastKey,
				capacity);
	}

	/**
	 * Reads {@code Responses} and {@code UnprocessedKeys} by table.
	 */
	<T> BatchGetAnswer<T> readBatchGet(JsonParser parser, ItemReader<T> items) {
		Map<String, List<T>> responses = Map.of();
		Map<String, List<Map<String, AttributeValue>>> unprocessed = Map.of();
		List<ConsumedCapacity> capacity = List.of();
		for (String name = first(parser); name != null; name = parser.nextName()) {
			if (parser.nextToken() == JsonToken.VALUE_NULL) {
				continue;
			}
			switch (name) {
				case "Responses" -> responses = byTable(parser, (p) -> readList(p, items));
				case "UnprocessedKeys" -> unprocessed = byTable(parser, this::readKeys);
				case "ConsumedCapacity" -> capacity = readList(parser, (p) -> structure(p, ConsumedCapacity.class));
				default -> parser.skipChildren();
			}
		}
		return new BatchGetAnswer<>(responses, unprocessed, capacity);
	}

	/**
	 * Reads {@code UnprocessedItems} and metrics by table.
	 */
	BatchWriteAnswer readBatchWrite(JsonParser parser) {
		Map<String, List<WriteRequest>> unprocessed = Map.of();
		Map<String, List<ItemCollectionMetrics>> metrics = Map.of();
		List<ConsumedCapacity> capacity = List.of();
		for (String name = first(parser); name != null; name = parser.nextName()) {
			if (parser.nextToken() == JsonToken.VALUE_NULL) {
				continue;
			}
			switch (name) {
				case "UnprocessedItems" -> unprocessed = byTable(parser, (p) -> readList(p, this::readWrite));
				case "ItemCollectionMetrics" -> metrics = byTable(parser, (p) -> readList(p, this::metrics));
				case "ConsumedCapacity" -> capacity = readList(parser, (p) -> structure(p, ConsumedCapacity.class));
				default -> parser.skipChildren();
			}
		}
		return new BatchWriteAnswer(unprocessed, metrics, capacity);
	}

	/**
	 * Reads one member as a structure of the service model, {@code null} if it is absent.
	 */
	<T> @Nullable T readMember(JsonParser parser, String member, Class<T> type) {
		T value = null;
		for (String name = first(parser); name != null; name = parser.nextName()) {
			JsonToken token = parser.nextToken();
			if (name.equals(member) && token != JsonToken.VALUE_NULL) {
				value = structure(parser, type);
			}
			else {
				parser.skipChildren();
			}
		}
		return value;
	}

	/**
	 * Reads the answer itself as a structure of the service model.
	 */
	<T> T structure(JsonParser parser, Class<T> type) {
		return this.wireMapper.readValue(parser, type);
	}

	private ItemCollectionMetrics metrics(JsonParser parser) {
		Map<String, AttributeValue> key = null;
		List<Double> range = null;
		for (String name = first(parser); name != null; name = parser.nextName()) {
			parser.nextToken();
			switch (name) {
				case "ItemCollectionKey" -> key = readObject(parser, AttributeValueReader.INSTANCE);
				case "SizeEstimateRangeGB" -> range = readList(parser, JsonParser::getDoubleValue);
				default -> parser.skipChildren();
			}
		}
		return new ItemCollectionMetrics(key, range);
	}

	private List<Map<String, AttributeValue>> readKeys(JsonParser parser) {
		List<Map<String, AttributeValue>> keys = List.of();
		for (String name = first(parser); name != null; name = parser.nextName()) {
			parser.nextToken();
			if (name.equals("Keys")) {
				keys = readList(parser, AttributeValueReader.INSTANCE);
			}
			else {
				parser.skipChildren();
			}
		}
		return keys;
	}

	private WriteRequest readWrite(JsonParser parser) {
		Map<String, AttributeValue> item = null;
		Map<String, AttributeValue> key = null;
		for (String name = first(parser); name != null; name = parser.nextName()) {
			parser.nextToken();
			switch (name) {
				case "PutRequest" -> item = readItem(parser, AttributeValueReader.INSTANCE).item();
				case "DeleteRequest" -> key = readKey(parser);
				default -> parser.skipChildren();
			}
		}
		return new WriteRequest(item, key);
	}

	private @Nullable Map<String, AttributeValue> readKey(JsonParser parser) {
		Map<String, AttributeValue> key = null;
		for (String name = first(parser); name != null; name = parser.nextName()) {
			parser.nextToken();
			if (name.equals("Key")) {
				key = readObject(parser, AttributeValueReader.INSTANCE);
			}
			else {
				parser.skipChildren();
			}
		}
		return key;
	}

	private <V> Map<String, V> byTable(JsonParser parser, Function<JsonParser, V> values) {
		Map<String, V> tables = new LinkedHashMap<>();
		for (String table = first(parser); table != null; table = parser.nextName()) {
			parser.nextToken();
			tables.put(table, values.apply(parser));
		}
		return tables;
	}

	private static <T> List<T> readList(JsonParser parser, ItemReader<T> elements) {
		WireJson.expect(parser, JsonToken.START_ARRAY);
		List<T> list = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			list.add(elements.read(parser));
		}
		return list;
	}

	private static <T> T readObject(JsonParser parser, ItemReader<T> items) {
		WireJson.expect(parser, JsonToken.START_OBJECT);
		return items.read(parser);
	}

	private static int integer(JsonParser parser) {
		WireJson.expect(parser, JsonToken.VALUE_NUMBER_INT);
		return parser.getIntValue();
	}

	/**
	 * Enters an object and returns its first name.
	 */
	private static @Nullable String first(JsonParser parser) {
		WireJson.expect(parser, JsonToken.START_OBJECT);
		return parser.nextName();
	}

}
