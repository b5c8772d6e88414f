package io.sprockets.dynamodb.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Makes answers of batches and about tables, beside those about items.
 */
final class AnswerShapes {

	private static final List<String> TABLES = List.of(
			"{\"Table\":{\"TableName\":\"t\",\"CreationDateTime\":1.5E9,\"TableStatus\":\"ACTIVE\",\"ItemCount\":12,"
					+ "\"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"}],\"TableSizeBytes\":123456789012,"
					+ "\"AttributeDefinitions\":[{\"AttributeName\":\"pk\",\"AttributeType\":\"S\"}],"
					+ "\"ProvisionedThroughput\":{\"ReadCapacityUnits\":5,\"LastIncreaseDateTime\":1.5E9},"
					+ "\"SSEDescription\":{\"Status\":\"ENABLED\",\"SSEType\":\"KMS\"},\"DeletionProtectionEnabled\":true,"
					+ "\"GlobalSecondaryIndexes\":[{\"IndexName\":\"i\",\"Projection\":{\"ProjectionType\":\"ALL\"}}]}}",
			"{\"TableNames\":[\"a\",\"b\"],\"LastEvaluatedTableName\":\"b\"}",
			"{\"TableDescription\":{\"TableName\":\"t\",\"TableStatus\":\"DELETING\",\"Replicas\":[{\"RegionName\":\"r\"}]}}");

	private final Random random;

	private final RandomJson json;

	private final RandomTexts texts;

	private final RandomItems items;

	AnswerShapes(long seed) {
		this.random = new Random(seed);
		this.json = new RandomJson(this.random);
		this.texts = new RandomTexts(this.random);
		this.items = new RandomItems(this.random, this.json, this.texts);
	}

	/**
	 * Returns an answer of these shapes, or as often another one.
	 */
	byte[] nextOr(Supplier<byte[]> other) {
		return switch (this.random.nextInt(8)) {
			case 0 -> batchGet();
			case 1 -> batchWrite();
			case 2 -> TABLES.get(this.random.nextInt(TABLES.size())).getBytes(StandardCharsets.UTF_8);
			default -> other.get();
		};
	}

	/**
	 * Returns an answer of a batch.
	 */
	byte[] batch() {
		return this.random.nextBoolean() ? batchGet() : batchWrite();
	}

	private byte[] batchGet() {
		this.json.begin();
		List<Runnable> members = new ArrayList<>();
		member(members, "Responses", () -> byTable(() -> array(this::item)));
		member(members, "UnprocessedKeys", () -> byTable(() -> object("Keys", () -> array(this::item))));
		member(members, "ConsumedCapacity", () -> array(this::capacity));
		this.json.object(members);
		return this.json.end();
	}

	private byte[] batchWrite() {
		this.json.begin();
		List<Runnable> members = new ArrayList<>();
		member(members, "UnprocessedItems", () -> byTable(() -> array(this::write)));
		member(members, "ItemCollectionMetrics", () -> byTable(() -> array(this::metrics)));
		member(members, "ConsumedCapacity", () -> array(this::capacity));
		this.json.object(members);
		return this.json.end();
	}

	private void write() {
		if (this.random.nextBoolean()) {
			object("PutRequest", () -> object("Item", this::item));
		}
		else {
			object("DeleteRequest", () -> object("Key", this::item));
		}
	}

	private void metrics() {
		List<Runnable> members = new ArrayList<>();
		member(members, "ItemCollectionKey", this::item);
		member(members, "SizeEstimateRangeGB", () -> array(() -> this.json.token(this.texts.number())));
		this.json.object(members);
	}

	private void capacity() {
		object("CapacityUnits", () -> this.json.token(this.texts.number()));
	}

	private void item() {
		this.items.item(this.items.table(), false);
	}

	private void byTable(Runnable value) {
		List<Runnable> members = new ArrayList<>();
		for (int i = this.random.nextInt(3); i > 0; i--) {
			member(members, this.texts.name(), value);
		}
		this.json.object(members);
	}

	private void member(List<Runnable> members, String name, Runnable value) {
		members.add(() -> this.json.member(name, value));
	}

	private void object(String name, Runnable value) {
		List<Runnable> members = new ArrayList<>();
		member(members, name, value);
		this.json.object(members);
	}

	private void array(Runnable element) {
		List<Runnable> elements = new ArrayList<>();
		for (int i = this.random.nextInt(4); i > 0; i--) {
			elements.add(element);
		}
		this.json.inOrder('[', elements, ']');
	}

}
