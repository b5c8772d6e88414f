package io.sprockets.dynamodb.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

import io.sprockets.dynamodb.error.CancellationReason;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.error.TransactionCanceledException;
import io.sprockets.dynamodb.test.fuzz.FuzzRun;
import io.sprockets.dynamodb.test.fuzz.FuzzTarget;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Broken answers of batches and errors of transactions: what they hold beside items is
 * read as plain Jackson reads it, or refused.
 */
class BatchFuzzTests {

	private static final DynamoDbCodec CODEC = new DynamoDbCodec(JsonMappers.plain());

	private static final FailedCall CALL = new FailedCall("TransactWriteItems", "Orders", null, 1);

	@Test
	void whatBatchesLeaveIsWhatPlainJacksonReads() throws Exception {
		new FuzzRun("leftovers", WireFuzzing.FORMAT, (seed) -> {
			AnswerShapes shapes = new AnswerShapes(seed);
			return shapes::batch;
		}).withAnyMemory().read(20_000, () -> {
			FuzzTarget reads = target(BatchFuzzTests::tree, BatchFuzzTests::reads, PlainJacksonBatches::ofReads);
			FuzzTarget writes = target(BatchFuzzTests::tree, BatchFuzzTests::writes, PlainJacksonBatches::ofWrites);
			return (input) -> reads.accepts(input) & writes.accepts(input);
		});
	}

	@Test
	void reasonsOfCancelledTransactionsAreWhatPlainJacksonReads() throws Exception {
		new FuzzRun("reasons", WireFuzzing.FORMAT, Cancellations::new).withAnyMemory()
			.read(20_000,
					() -> target(BatchFuzzTests::errorTree, BatchFuzzTests::reasons, PlainJacksonBatches::reasons));
	}

	/**
	 * Returns what requires the same of both, where both read. That a tree is none of the
	 * protocol is no matter where a reader leaves out what it cannot read.
	 */
	private static FuzzTarget target(Function<byte[], @Nullable JsonNode> trees,
			Function<byte[], @Nullable List<Object>> reading, Function<JsonNode, List<Object>> plain) {
		return (input) -> {
			List<Object> actual = reading.apply(input);
			JsonNode tree = trees.apply(input);
			if (actual == null || tree == null || PlainJacksonReading.hasNameTwice(input)) {
				return false;
			}
			List<Object> expected;
			try {
				expected = plain.apply(tree);
			}
			catch (IllegalArgumentException ex) {
				if (plain.apply(JsonMapper.shared().createObjectNode()).isEmpty()) {
					return false;
				}
				throw new AssertionError("read to " + actual + " what plain Jackson refuses", ex);
			}
			if (!Sameness.same(expected, actual)) {
				throw new AssertionError("expected " + expected + "\nbut was  " + actual);
			}
			return true;
		};
	}

	private static @Nullable JsonNode tree(byte[] input) {
		try {
			return PlainJacksonReading.tree(input, input.length);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Returns the tree of an error within Jackson's own limits, beyond which only its
	 * texts are read. Of what is not UTF-8 as much is read as can be.
	 */
	private static @Nullable JsonNode errorTree(byte[] input) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(input)).toString();
			JsonNode tree = JsonMapper.shared().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
			return tree.isObject() ? tree : null;
		}
		catch (JacksonException | CharacterCodingException ex) {
			return null;
		}
	}

	private static @Nullable List<Object> reads(byte[] input) {
		try {
			BatchGetAnswer<Map<String, Object>> answer = CODEC.batchGetAnswers(CODEC.plainItems()).read(input);
			return Arrays.asList(answer.items(), answer.unprocessedKeys());
		}
		catch (MalformedAnswerException ex) {
			return null;
		}
	}

	private static @Nullable List<Object> writes(byte[] input) {
		try {
			BatchWriteAnswer answer = CODEC.batchWriteAnswers().read(input);
			Map<String, Object> writes = new LinkedHashMap<>();
			answer.unprocessedItems()
				.forEach((table, all) -> writes.put(table,
						all.stream().map((write) -> Arrays.asList(write.item(), write.key())).toList()));
			Map<String, Object> metrics = new LinkedHashMap<>();
			answer.itemCollectionMetrics()
				.forEach((table, all) -> metrics.put(table,
						all.stream()
							.map((size) -> Arrays.asList(size.itemCollectionKey(), size.sizeEstimateRangeGB()))
							.toList()));
			return Arrays.asList(writes, metrics);
		}
		catch (MalformedAnswerException ex) {
			return null;
		}
	}

	private static List<Object> reasons(byte[] input) {
		List<Object> read = new ArrayList<>();
		TransactionCanceledException error = (TransactionCanceledException) ErrorReader.read(400,
				Map.of("x-amzn-ErrorType", List.of("TransactionCanceledException")), input, CALL);
		for (CancellationReason reason : error.cancellationReasons()) {
			read.add(Arrays.asList(reason.code(), reason.message(), reason.item()));
		}
		return read;
	}

	/**
	 * Makes errors of cancelled transactions.
	 */
	private static final class Cancellations implements Supplier<byte[]> {

		private final Random random;

		private final RandomJson json;

		private final RandomTexts texts;

		private final RandomItems items;

		Cancellations(long seed) {
			this.random = new Random(seed);
			this.json = new RandomJson(this.random);
			this.texts = new RandomTexts(this.random);
			this.items = new RandomItems(this.random, this.json, this.texts);
		}

		@Override
		public byte[] get() {
			List<Runnable> reasons = new ArrayList<>();
			for (int i = this.random.nextInt(6); i > 0; i--) {
				reasons.add(this::reason);
			}
			List<Runnable> members = new ArrayList<>();
			members.add(() -> this.json.member("Message", () -> this.json.text(this.texts.text())));
			members.add(() -> this.json.member("CancellationReasons", () -> this.json.inOrder('[', reasons, ']')));
			this.json.begin();
			this.json.object(members);
			return this.json.end();
		}

		private void reason() {
			List<Runnable> members = new ArrayList<>();
			if (this.random.nextInt(4) > 0) {
				members.add(() -> this.json.member("Code", () -> this.json.text("ConditionalCheckFailed")));
			}
			if (this.random.nextBoolean()) {
				members.add(() -> this.json.member("Message", () -> this.json.text(this.texts.text())));
			}
			if (this.random.nextBoolean()) {
				members.add(() -> this.json.member("Item", () -> this.items.item(this.items.table(), false)));
			}
			this.json.object(members);
		}

	}

}
