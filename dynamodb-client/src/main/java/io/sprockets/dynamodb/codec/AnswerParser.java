package io.sprockets.dynamodb.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.ConsumedCapacity;
import io.sprockets.dynamodb.model.ItemCollectionMetrics;
import io.sprockets.dynamodb.model.WriteRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the shapes answers are made of: members it does not know are skipped, members
 * that are null are absent.
 */
final class AnswerParser {

	/** An item takes at least as many bytes: bounds what an announced count reserves. */
	private static final int MIN_ITEM_LENGTH = 3;

	private final JsonInput input;

	private final JsonMapper wireMapper;

	AnswerParser(JsonInput input, JsonMapper wireMapper) {
		this.input = input;
		this.wireMapper = wireMapper;
	}

	/**
	 * Goes over an answer of which nothing is asked.
	 */
	@Nullable Void skip() {
		this.input.beginObject();
		for (String name = this.input.nextName(true); name != null; name = this.input.nextName(false)) {
			this.input.skipValue();
		}
		return null;
	}

	/**
	 * Reads {@code Item} or {@code Attributes} with capacity and metrics.
	 */
	<T> ItemAnswer<T> readItem(ItemType<T> type) {
		T item = null;
		ConsumedCapacity capacity = null;
		ItemCollectionMetrics metrics = null;
		this.input.beginObject();
		for (String name = nextMember(true); name != null; name = nextMember(false)) {
			switch (name) {
				case "Item", "Attributes" -> item = type.reader(this.input).read();
				case "ConsumedCapacity" -> capacity = readStructure(ConsumedCapacity.class);
				case "ItemCollectionMetrics" -> metrics = readMetrics();
				default -> this.input.skipValue();
			}
		}
		return new ItemAnswer<>(item, capacity, metrics);
	}

	/**
	 * Reads {@code Items} with counts, last key and capacity.
	 */
	<T> PageAnswer<T> readPage(ItemType<T> type) {
		List<T> items = null;
		int count = -1;
		int scannedCount = -1;
		Map<String, AttributeValue> lastKey = null;
		ConsumedCapacity capacity = null;
		this.input.beginObject();
		for (String name = nextMember(true); name != null; name = nextMember(false)) {
			switch (name) {
				// Reserves for one list only, so that one that is repeated cannot reserve
				// again
				case "Items" -> items = readItems(type, (items == null) ? count : -1);
				case "Count" -> count = readInteger();
				case "ScannedCount" -> scannedCount = readInteger();
				case "LastEvaluatedKey" -> lastKey = readAttributes();
				case "ConsumedCapacity" -> capacity = readStructure(ConsumedCapacity.class);
				default -> this.input.skipValue();
			}
		}
		List<T> read = (items != null) ? items : List.of();
		int counted = (count >= 0) ? count : read.size();
		boolean last = lastKey == null || lastKey.isEmpty();
		return new PageAnswer<>(read, counted, (scannedCount >= 0) ? scannedCount : counted, last ? null : lastKey,
				capacity);
	}

	/**
	 * Reads {@code Responses} and {@code UnprocessedKeys} by table.
	 */
	<T> BatchGetAnswer<T> readBatchGet(ItemType<T> type) {
		Map<String, List<T>> responses = Map.of();
		Map<String, List<Map<String, AttributeValue>>> unprocessed = Map.of();
		List<ConsumedCapacity> capacity = List.of();
		this.input.beginObject();
		for (String name = nextMember(true); name != null; name = nextMember(false)) {
			switch (name) {
				case "Responses" -> responses = readByTable(() -> readItems(type, -1));
				case "UnprocessedKeys" -> unprocessed = readByTable(this::readKeys);
				case "ConsumedCapacity" -> capacity = readCapacities();
				default -> this.input.skipValue();
			}
		}
		return new BatchGetAnswer<>(responses, unprocessed, capacity);
	}

	/**
	 * Reads {@code UnprocessedItems} and metrics by table.
	 */
	BatchWriteAnswer readBatchWrite() {
		Map<String, List<WriteRequest>> unprocessed = Map.of();
		Map<String, List<ItemCollectionMetrics>> metrics = Map.of();
		List<ConsumedCapacity> capacity = List.of();
		this.input.beginObject();
		for (String name = nextMember(true); name != null; name = nextMember(false)) {
			switch (name) {
				case "UnprocessedItems" -> unprocessed = readByTable(() -> readList(this::readWrite));
				case "ItemCollectionMetrics" -> metrics = readByTable(() -> readList(this::readMetrics));
				case "ConsumedCapacity" -> capacity = readCapacities();
				default -> this.input.skipValue();
			}
		}
		return new BatchWriteAnswer(unprocessed, metrics, capacity);
	}

	/**
	 * Reads one member as a structure of the service model, {@code null} if it is absent.
	 */
	<T> @Nullable T readMember(String member, Class<T> type) {
		T value = null;
		this.input.beginObject();
		for (String name = nextMember(true); name != null; name = nextMember(false)) {
			if (name.equals(member)) {
				value = readStructure(type);
			}
			else {
				this.input.skipValue();
			}
		}
		return value;
	}

	/**
	 * Reads the next value as a structure of the service model. These are rare and small
	 * enough for Jackson to bind.
	 */
	<T> T readStructure(Class<T> type) {
		int start = this.input.skipValue();
		return this.wireMapper.readValue(this.input.bytes(), start, this.input.position() - start, type);
	}

	/**
	 * Goes to the value of the next member that is not null.
	 */
	private @Nullable String nextMember(boolean first) {
		String name = this.input.nextName(first);
		while (name != null && this.input.skipNull()) {
			name = this.input.nextName(false);
		}
		return name;
	}

	private <T> List<T> readItems(ItemType<T> type, int count) {
		ItemReader<T> items = type.reader(this.input);
		int most = this.input.remaining() / MIN_ITEM_LENGTH;
		List<T> list = (count >= 0) ? new ArrayList<>(Math.min(count, most)) : new ArrayList<>();
		this.input.beginArray();
		for (boolean more = this.input.nextElement(true); more; more = this.input.nextElement(false)) {
			list.add(items.read());
		}
		return list;
	}

	private List<ConsumedCapacity> readCapacities() {
		return readList(() -> readStructure(ConsumedCapacity.class));
	}

	private ItemCollectionMetrics readMetrics() {
		Map<String, AttributeValue> key = null;
		List<Double> range = null;
		this.input.beginObject();
		for (String name = nextMember(true); name != null; name = nextMember(false)) {
			switch (name) {
				case "ItemCollectionKey" -> key = readAttributes();
				case "SizeEstimateRangeGB" -> range = readList(this::readDouble);
				default -> this.input.skipValue();
			}
		}
		return new ItemCollectionMetrics(key, range);
	}

	private List<Map<String, AttributeValue>> readKeys() {
		List<Map<String, AttributeValue>> keys = List.of();
		this.input.beginObject();
		for (String name = nextMember(true); name != null; name = nextMember(false)) {
			if (name.equals("Keys")) {
				keys = readList(this::readAttributes);
			}
			else {
				this.input.skipValue();
			}
		}
		return keys;
	}

	private WriteRequest readWrite() {
		Map<String, AttributeValue> item = null;
		Map<String, AttributeValue> key = null;
		this.input.beginObject();
		for (String name = nextMember(true); name != null; name = nextMember(false)) {
			switch (name) {
				case "PutRequest" -> item = readOnly("Item");
				case "DeleteRequest" -> key = readOnly("Key");
				default -> this.input.skipValue();
			}
		}
		return new WriteRequest(item, key);
	}

	private @Nullable Map<String, AttributeValue> readOnly(String member) {
		Map<String, AttributeValue> attributes = null;
		this.input.beginObject();
		for (String name = nextMember(true); name != null; name = nextMember(false)) {
			if (name.equals(member)) {
				attributes = readAttributes();
			}
			else {
				this.input.skipValue();
			}
		}
		return attributes;
	}

	private Map<String, AttributeValue> readAttributes() {
		return new AttributeValueReader(this.input).read();
	}

	private <V> Map<String, V> readByTable(Supplier<V> values) {
		Map<String, V> tables = new LinkedHashMap<>();
		this.input.beginObject();
		for (String table = nextMember(true); table != null; table = nextMember(false)) {
			tables.put(table, values.get());
		}
		return tables;
	}

	private <E> List<E> readList(Supplier<E> elements) {
		List<E> list = new ArrayList<>();
		this.input.beginArray();
		for (boolean more = this.input.nextElement(true); more; more = this.input.nextElement(false)) {
			list.add(elements.get());
		}
		return list;
	}

	private int readInteger() {
		return JsonDecimal.toNumber(this.input.number(), this.input).intValue();
	}

	private double readDouble() {
		return JsonDecimal.toNumber(this.input.number(), this.input).doubleValue();
	}

}
