package io.sprockets.dynamodb.codec;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import io.sprockets.dynamodb.error.ItemConversionException;
import io.sprockets.dynamodb.model.TableDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Long answers that are made to be slow or large: each is read or refused in time, and
 * takes memory in proportion to its length.
 */
class HostileAnswerTests {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final long MAX_NANOS_FOR_EACH_BYTE = 3_000;

	private static final long MAX_BYTES_FOR_EACH_BYTE = 500;

	private static final int LENGTH = 300_000;

	private static final Map<String, String> ANSWERS = answers();

	private final DynamoDbCodec codec = new DynamoDbCodec(JsonMappers.plain());

	private static Map<String, String> answers() {
		return Map.ofEntries(Map.entry("items again and again", "{\"Count\":999999999" + repeat(",\"Items\":[]") + "}"),
				Map.entry("counts and items again and again",
						"{\"a\":1" + repeat(",\"Count\":99999999,\"Items\":[]") + "}"),
				Map.entry("names of one hash", item(HostileAnswerTests::collidingName, "{\"N\":\"1\"}")),
				Map.entry("ever new names", item((i) -> "name" + i, "{\"N\":\"1\"}")),
				Map.entry("ever new names of maps",
						"{\"Item\":{\"a\":{\"M\":" + members((i) -> "n" + i, "{\"S\":\"\"}") + "}}}"),
				Map.entry("one name again and again", item((i) -> "name", "{\"S\":\"\"}")),
				Map.entry("values of one hash",
						"{\"Item\":{\"a\":{\"SS\":[" + elements(HostileAnswerTests::collidingName) + "]}}}"),
				Map.entry("empty maps", list("{\"M\":{}}")), Map.entry("empty lists", list("{\"L\":[]}")),
				Map.entry("empty sets", list("{\"SS\":[]}")), Map.entry("empty binaries", list("{\"B\":\"\"}")),
				Map.entry("large exponents", list("{\"N\":\"1e999\"}")),
				Map.entry("long numbers", list("{\"N\":\"" + "7".repeat(1_000) + "\"}")),
				Map.entry("a number of a megabyte", list("{\"N\":\"" + "7".repeat(LENGTH) + "\"}")),
				Map.entry("a bare number of a megabyte", "{\"a\":" + "7".repeat(LENGTH) + "}"),
				Map.entry("a text of a megabyte", list("{\"S\":\"" + "x".repeat(LENGTH) + "\"}")),
				Map.entry("escapes", list("{\"S\":\"" + repeat("\\u0061") + "\"}")),
				Map.entry("escaped binaries", list("{\"B\":\"" + repeat("\\u0041") + "\"}")),
				Map.entry("replacement characters", list("{\"S\":\"" + repeat("\\n\uFFFD") + "\"}")),
				Map.entry("a name of a megabyte", "{\"Item\":{\"" + "n".repeat(LENGTH) + "\":{\"N\":\"1\"}}}"),
				Map.entry("a table's name of a megabyte", "{\"Responses\":{\"" + "n".repeat(LENGTH) + "\":[]}}"),
				Map.entry("arrays in arrays", "{\"a\":" + "[".repeat(LENGTH) + "]".repeat(LENGTH) + "}"),
				Map.entry("objects in objects", "{\"a\":" + repeat("{\"a\":") + "1" + repeat("}", 5) + "}"),
				Map.entry("lists in lists", "{\"Item\":{\"a\":" + repeat("{\"L\":[")),
				Map.entry("a table of many indexes",
						"{\"Table\":{\"GlobalSecondaryIndexes\":[{}" + repeat(",{}") + "]}}"),
				Map.entry("members of a table", "{\"Table\":" + members((i) -> "n" + i, "1") + "}"),
				Map.entry("members of a table of one hash",
						"{\"Table\":" + members(HostileAnswerTests::collidingName, "1") + "}"),
				Map.entry("capacities", "{\"ConsumedCapacity\":[{}" + repeat(",{}") + "]}"),
				Map.entry("a capacity again and again", "{\"a\":1" + repeat(",\"ConsumedCapacity\":{}") + "}"),
				Map.entry("white space", "{" + repeat(" \n\t\r") + "}"),
				Map.entry("tables", "{\"Responses\":" + members((i) -> "t" + i, "[]") + "}"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("names")
	void isReadOrRefusedInTimeAndWithinBounds(String name) {
		byte[] answer = ANSWERS.get(name).getBytes(StandardCharsets.UTF_8);
		List<AnswerReader<?>> readers = List.of(this.codec.itemAnswers(this.codec.plainItems()),
				this.codec.itemAnswers(this.codec.attributeValues()),
				this.codec.itemAnswers(this.codec.items(JsonNode.class)),
				this.codec.itemAnswers(this.codec.items(VariedRecord.class)),
				this.codec.pageAnswers(this.codec.plainItems()), this.codec.batchGetAnswers(this.codec.plainItems()),
				this.codec.batchWriteAnswers(), this.codec.member("Table", TableDescription.class), this.codec.trees(),
				this.codec.nothing());
		for (int i = 0; i < readers.size(); i++) {
			read(readers.get(i), answer);
			long allocated = THREADS.getCurrentThreadAllocatedBytes();
			long began = THREADS.getCurrentThreadCpuTime();
			read(readers.get(i), answer);
			long took = THREADS.getCurrentThreadCpuTime() - began;
			allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
			assertThat(allocated / answer.length).as("memory of reader " + i).isLessThan(MAX_BYTES_FOR_EACH_BYTE);
			assertThat(took / answer.length).as("time of reader " + i).isLessThan(MAX_NANOS_FOR_EACH_BYTE);
		}
	}

	static List<String> names() {
		return ANSWERS.keySet().stream().sorted().toList();
	}

	private static void read(AnswerReader<?> reader, byte[] answer) {
		try {
			reader.read(answer);
		}
		catch (MalformedAnswerException | ItemConversionException ex) {
			assertThat(ex.getMessage()).hasSizeLessThan(500);
		}
	}

	private static String repeat(String part) {
		return repeat(part, part.length());
	}

	private static String repeat(String part, int share) {
		return part.repeat(LENGTH / share);
	}

	private static String list(String element) {
		String rest = "," + element;
		return "{\"Item\":{\"a\":{\"L\":[" + element + repeat(rest) + "]}}}";
	}

	private static String item(IntFunction<String> names, String value) {
		return "{\"Item\":" + members(names, value) + "}";
	}

	private static String members(IntFunction<String> names, String value) {
		int count = LENGTH / (names.apply(100_000).length() + value.length() + 4);
		return IntStream.range(0, count)
			.mapToObj((i) -> "\"" + names.apply(i) + "\":" + value)
			.collect(Collectors.joining(",", "{", "}"));
	}

	private static String elements(IntFunction<String> texts) {
		int count = LENGTH / (texts.apply(100_000).length() + 3);
		return IntStream.range(0, count).mapToObj((i) -> "\"" + texts.apply(i) + "\"").collect(Collectors.joining(","));
	}

	/**
	 * Returns texts that all have the same {@link String#hashCode()}.
	 */
	private static String collidingName(int number) {
		StringBuilder name = new StringBuilder();
		for (int bit = 0; bit < 17; bit++) {
			name.append(((number >> bit & 1) == 0) ? "Aa" : "BB");
		}
		return name.toString();
	}

}
