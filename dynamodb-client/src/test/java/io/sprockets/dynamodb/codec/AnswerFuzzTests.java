package io.sprockets.dynamodb.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import io.sprockets.dynamodb.error.ItemConversionException;
import io.sprockets.dynamodb.model.TableDescription;
import io.sprockets.dynamodb.test.fuzz.FuzzRun;
import io.sprockets.dynamodb.test.fuzz.FuzzTarget;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Broken answers, read by all readers there are: each gives a value or a documented
 * exception, in time and without more memory than the answer is worth.
 */
class AnswerFuzzTests {

	private static final DynamoDbCodec CODEC = new DynamoDbCodec(JsonMappers.plain());

	private static final Pattern HUGE_EXPONENT = Pattern.compile("[eE][+-]?[0-9]{10}");

	@Test
	void anyAnswerIsReadOrRefused() throws Exception {
		new FuzzRun("answers", WireFuzzing.FORMAT, WireFuzzing::answers).read(150_000, AllReaders::new);
	}

	@Test
	void recordsOfAnyTypesAreReadOrRefused() throws Exception {
		new FuzzRun("records", WireFuzzing.FORMAT, FuzzedRecords::new).read(100_000,
				() -> target(CODEC.itemAnswers(CODEC.items(FuzzedRecord.class))));
	}

	@Test
	void whatIsReadIsWhatPlainJacksonReads() throws Exception {
		new FuzzRun("as Jackson", WireFuzzing.FORMAT, (seed) -> {
			AnswerGenerator generator = new AnswerGenerator(seed);
			return () -> generator.next().bytes();
		}).withAnyMemory().read(20_000, () -> {
			ReadingComparison comparison = new ReadingComparison(CODEC);
			return (input) -> {
				boolean page = new String(input, StandardCharsets.ISO_8859_1).contains("Items");
				return comparison.requireSameOrRefused(new GeneratedAnswer(input, page, false));
			};
		});
	}

	@Test
	void whatIsSkippedIsWhatPlainJacksonAccepts() throws Exception {
		new FuzzRun("skipped", WireFuzzing.FORMAT, WireFuzzing::answers).withAnyMemory().read(40_000, () -> (input) -> {
			String refusal = refusal(() -> CODEC.nothing().read(input));
			String jacksons = refusal(() -> PlainJacksonReading.tree(input, input.length));
			boolean halfCharacter = jacksons != null && jacksons.contains("surrogate");
			if ((refusal == null) != (jacksons == null) && !halfCharacter && !isBeyondLimits(refusal, input)) {
				throw new AssertionError("refused here: " + refusal + ", by Jackson: " + jacksons);
			}
			return refusal == null;
		});
	}

	/**
	 * Says whether an input is JSON of which this reader takes less than Jackson, which
	 * also takes longer forms of UTF-8 than are allowed.
	 */
	private static boolean isBeyondLimits(String refusal, byte[] input) {
		if (refusal == null) {
			return false;
		}
		String text = new String(input, StandardCharsets.UTF_8);
		return refusal.contains("characters") || refusal.contains("exponent")
				|| (refusal.contains("not UTF-8") && text.indexOf('\uFFFD') >= 0)
				|| (refusal.contains("decimal") && HUGE_EXPONENT.matcher(text).find());
	}

	private static String refusal(Runnable reading) {
		try {
			reading.run();
			return null;
		}
		catch (MalformedAnswerException | JacksonException | IllegalArgumentException ex) {
			// Jackson lets a NumberFormatException through
			return String.valueOf(ex.getMessage());
		}
	}

	/**
	 * Returns what reads the input where it is followed by what would complete it.
	 */
	private static FuzzTarget target(AnswerReader<?> reader) {
		return (input) -> {
			byte[] lent = Arrays.copyOf(input, input.length + 8);
			Arrays.fill(lent, input.length, lent.length, (byte) '}');
			try {
				reader.read(lent, input.length);
				return true;
			}
			catch (MalformedAnswerException | ItemConversionException ex) {
				return false;
			}
		};
	}

	/**
	 * Has each input read by two readers, whose turn it is.
	 */
	private static final class AllReaders implements FuzzTarget {

		private final List<FuzzTarget> targets = new ArrayList<>();

		private int turn;

		AllReaders() {
			for (ItemType<?> type : List.of(CODEC.plainItems(), CODEC.attributeValues(),
					CODEC.items(VariedRecord.class), CODEC.items(JsonNode.class), CODEC.items(Object.class))) {
				add(CODEC.itemAnswers(type));
				add(CODEC.pageAnswers(type));
				add(CODEC.batchGetAnswers(type));
			}
			add(CODEC.batchWriteAnswers());
			add(CODEC.member("Table", TableDescription.class));
			add(CODEC.structure(TableDescription.class));
			add(CODEC.trees());
			add(CODEC.nothing());
		}

		private void add(AnswerReader<?> reader) {
			this.targets.add(target(reader));
		}

		@Override
		public boolean accepts(byte[] input) throws Exception {
			FuzzTarget first = this.targets.get(this.turn++ % this.targets.size());
			FuzzTarget second = this.targets.get(this.turn++ % this.targets.size());
			return first.accepts(input) | second.accepts(input);
		}

	}

}
