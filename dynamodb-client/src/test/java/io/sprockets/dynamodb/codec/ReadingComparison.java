package io.sprockets.dynamodb.codec;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import io.sprockets.dynamodb.error.ItemConversionException;
import io.sprockets.dynamodb.model.ConsumedCapacity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Has an answer read by a codec and by plain Jackson, and requires both to agree.
 */
final class ReadingComparison {

	private final DynamoDbCodec codec;

	private final ItemType<VariedRecord> records;

	ReadingComparison(DynamoDbCodec codec) {
		this.codec = codec;
		this.records = codec.items(VariedRecord.class);
	}

	/**
	 * Requires the same of an answer that is right.
	 */
	void requireSame(GeneratedAnswer answer) {
		JsonNode tree = PlainJacksonReading.tree(answer.bytes(), answer.bytes().length);
		requireSame(answer, tree, this.codec.plainItems(), PlainJacksonReading::plainItem);
		requireSame(answer, tree, this.codec.attributeValues(), PlainJacksonReading::attributeValues);
		if (answer.ofRecords()) {
			requireSame(answer, tree, this.records, PlainJacksonRecords::read);
		}
	}

	private void requireSame(GeneratedAnswer answer, JsonNode tree, ItemType<?> type, Function<JsonNode, ?> item) {
		List<Object> expected;
		try {
			expected = PlainJacksonAnswers.parts(tree, answer.page(), item);
		}
		catch (JacksonException ex) {
			requireMisfit(answer, type, ex);
			return;
		}
		requireSame(expected, read(type, answer));
	}

	private static void requireSame(List<Object> expected, List<Object> actual) {
		if (!Sameness.same(expected, actual)) {
			throw new AssertionError("expected " + expected + "\nbut was  " + actual);
		}
	}

	private void requireMisfit(GeneratedAnswer answer, ItemType<?> type, JacksonException misfit) {
		try {
			throw new AssertionError("read to " + read(type, answer) + " what Jackson refuses", misfit);
		}
		catch (ItemConversionException ex) {
			// As it must be
		}
	}

	/**
	 * Requires that an answer, which may be broken, is read as Jackson reads it, or not
	 * at all.
	 * @return whether it was read
	 */
	boolean requireSameOrRefused(GeneratedAnswer answer) {
		JsonNode tree;
		try {
			tree = PlainJacksonReading.tree(answer.bytes(), answer.bytes().length);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			// Half of a surrogate pair, which Jackson takes in texts, but not in names
			if (ex.getMessage() != null && ex.getMessage().contains("surrogate")) {
				return readOrNull(this.codec.plainItems(), answer) != null;
			}
			tree = null;
		}
		if (tree != null && PlainJacksonReading.hasNameTwice(answer.bytes())) {
			// A broken name may be that of another member, of which a null is no member
			// here
			return readOrNull(this.codec.plainItems(), answer) != null;
		}
		boolean read = requireSameOrRefused(answer, tree, this.codec.plainItems(), PlainJacksonReading::plainItem);
		requireSameOrRefused(answer, tree, this.codec.attributeValues(), PlainJacksonReading::attributeValues);
		// A record's reading does not look into texts that no component asks for
		if (answer.ofRecords() && read) {
			requireSameOrRefused(answer, tree, this.records, PlainJacksonRecords::read);
		}
		else if (answer.ofRecords()) {
			readOrNull(this.records, answer);
		}
		return read;
	}

	private boolean requireSameOrRefused(GeneratedAnswer answer, JsonNode tree, ItemType<?> type,
			Function<JsonNode, ?> item) {
		List<Object> actual = readOrNull(type, answer);
		if (actual == null) {
			return false;
		}
		if (tree == null) {
			throw new AssertionError("read to " + actual + " what Jackson refuses");
		}
		try {
			requireSame(PlainJacksonAnswers.parts(tree, answer.page(), item), actual);
		}
		catch (PlainJacksonAnswers.CoercedByJackson ex) {
			// Neither right nor wrong
		}
		return true;
	}

	private List<Object> readOrNull(ItemType<?> type, GeneratedAnswer answer) {
		try {
			return read(type, answer);
		}
		catch (MalformedAnswerException | ItemConversionException ex) {
			return null;
		}
	}

	private List<Object> read(ItemType<?> type, GeneratedAnswer answer) {
		if (answer.page()) {
			PageAnswer<?> page = this.codec.pageAnswers(type).read(answer.bytes());
			return Arrays.asList(page.items(), page.count(), page.scannedCount(), page.lastEvaluatedKey(),
					parts(page.consumedCapacity()));
		}
		ItemAnswer<?> item = this.codec.itemAnswers(type).read(answer.bytes());
		return Arrays.asList(item.item(), parts(item.consumedCapacity()));
	}

	private static List<Object> parts(ConsumedCapacity capacity) {
		return (capacity != null) ? Arrays.asList(capacity.tableName(), capacity.capacityUnits()) : null;
	}

}
