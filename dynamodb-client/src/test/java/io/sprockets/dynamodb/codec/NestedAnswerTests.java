package io.sprockets.dynamodb.codec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.error.ThrottlingException;
import io.sprockets.dynamodb.error.ValidationException;
import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.TableDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Answers made to break their reader: read, or refused as answers, in bounded time and
 * without overflowing the stack.
 */
@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NestedAnswerTests {

	private static final FailedCall CALL = new FailedCall("GetItem", "orders", null, 1);

	private static final DynamoDbCodec CODEC = new DynamoDbCodec(JsonMappers.plain());

	static Stream<Arguments> readers() {
		return Stream.of(arguments("maps", CODEC.itemAnswers(CODEC.plainItems())),
				arguments("attribute values", CODEC.itemAnswers(CODEC.attributeValues())),
				arguments("records", CODEC.itemAnswers(CODEC.items(Row.class))),
				arguments("maps by Jackson", CODEC.itemAnswers(CODEC.items(Map.class))),
				arguments("objects", CODEC.itemAnswers(CODEC.items(Object.class))),
				arguments("trees of items", CODEC.itemAnswers(CODEC.items(JsonNode.class))),
				arguments("pages", CODEC.pageAnswers(CODEC.plainItems())),
				arguments("batches of reads", CODEC.batchGetAnswers(CODEC.plainItems())),
				arguments("batches of writes", CODEC.batchWriteAnswers()), arguments("nothing", CODEC.nothing()),
				arguments("members", CODEC.member("Table", TableDescription.class)),
				arguments("structures", CODEC.structure(TableDescription.class)), arguments("trees", CODEC.trees()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("readers")
	void nestingIsReadOrRefusedWherever(String name, AnswerReader<?> reader) {
		for (int levels : List.of(1_000, 100_000)) {
			for (String value : nested(levels)) {
				readOrRefuse(reader, "{\"Item\":{\"a\":" + value + "}}");
				readOrRefuse(reader, "{\"Item\":" + value + "}");
				readOrRefuse(reader, "{\"Items\":[{\"a\":" + value + "}],\"Count\":1}");
				readOrRefuse(reader, "{\"LastEvaluatedKey\":{\"a\":" + value + "}}");
				readOrRefuse(reader, "{\"Responses\":{\"orders\":[{\"a\":" + value + "}]}}");
				readOrRefuse(reader,
						"{\"UnprocessedItems\":{\"orders\":[{\"PutRequest\":{\"Item\":{\"a\":" + value + "}}}]}}");
				readOrRefuse(reader, "{\"ConsumedCapacity\":" + value + "}");
				readOrRefuse(reader, "{\"ItemCollectionMetrics\":" + value + "}");
				readOrRefuse(reader, "{\"Table\":{\"TableName\":\"orders\",\"Unknown\":" + value + "}}");
				readOrRefuse(reader, "{\"Table\":" + value + "}");
				readOrRefuse(reader, "{\"Unknown\":" + value + "}");
				readOrRefuse(reader, value);
			}
		}
	}

	/**
	 * Lists and maps of DynamoDB's, arrays and objects, closed and left open.
	 */
	private static List<String> nested(int levels) {
		return List.of("{\"L\":[".repeat(levels) + "]}".repeat(levels),
				"{\"M\":{\"a\":".repeat(levels) + "{\"S\":\"\"}" + "}}".repeat(levels),
				"[".repeat(levels) + "]".repeat(levels), "{\"a\":".repeat(levels) + "1" + "}".repeat(levels),
				"{\"L\":[".repeat(levels), "{\"M\":{\"a\":".repeat(levels), "[".repeat(levels),
				"{\"a\":".repeat(levels));
	}

	@Test
	void nestingOfDynamoDbsOwnDepthIsRead() {
		String value = "{\"L\":[{\"M\":{\"a\":".repeat(16) + "{\"S\":\"deep\"}" + "}}]}".repeat(16);
		for (ItemType<?> type : List.of(CODEC.plainItems(), CODEC.attributeValues(), CODEC.items(Row.class))) {
			assertThat(CODEC.itemAnswers(type).read(utf8("{\"Item\":{\"a\":" + value + "}}")).item()).isNotNull();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1_000, 100_000 })
	void unknownMemberOfAnyDepthIsSkipped(int levels) {
		String answer = "{\"Unknown\":" + "[{\"a\":".repeat(levels) + "1" + "}]".repeat(levels)
				+ ",\"Item\":{\"id\":{\"S\":\"1\"}}}";
		assertThat(CODEC.itemAnswers(CODEC.plainItems()).read(utf8(answer)).item()).isEqualTo(Map.of("id", "1"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1_000, 100_000 })
	void errorOfAnyDepthKeepsItsName(int levels) {
		for (String value : nested(levels)) {
			DynamoDbServiceException error = ErrorReader.read(400, Map.of(),
					utf8("{\"__type\":\"x#ValidationException\",\"message\":\"said\",\"Item\":" + value + "}"), CALL);
			assertThat(error).isInstanceOf(ValidationException.class);
			assertThat(error.serviceMessage()).isEqualTo("said");
			assertThat(ErrorReader.read(400, Map.of(), utf8(value), CALL).errorCode()).isNull();
		}
	}

	@Test
	void errorThatIsCutKeepsItsNameIfThatIsWhole() {
		DynamoDbServiceException error = ErrorReader.read(400, Map.of(),
				utf8("{\"__type\":\"x#ThrottlingException\",\"mess"), CALL);
		assertThat(error).isInstanceOf(ThrottlingException.class);
		assertThat(error.serviceMessage()).isNull();
	}

	@Test
	void errorOf32MegabytesKeepsItsName() {
		DynamoDbServiceException error = ErrorReader.read(400, Map.of(),
				utf8("{\"__type\":\"x#ValidationException\",\"Items\":[" + "{\"a\":1},".repeat(4 << 20) + "1]}"), CALL);
		assertThat(error).isInstanceOf(ValidationException.class);
	}

	@Test
	void numberOfAMegabyteIsReadAsTextOrRefused() {
		String digits = "9".repeat(1 << 20);
		byte[] answer = utf8("{\"Item\":{\"n\":{\"N\":\"" + digits + "\"}}}");
		assertThat(CODEC.itemAnswers(CODEC.attributeValues()).read(answer).item())
			.isEqualTo(Map.of("n", new AttributeValue.N(digits)));
		assertRefused(CODEC.itemAnswers(CODEC.plainItems()), answer);
		assertRefused(CODEC.itemAnswers(CODEC.items(Row.class)), answer);
		assertRefused(CODEC.itemAnswers(CODEC.plainItems()), utf8("{\"Unknown\":" + digits + "}"));
		assertRefused(CODEC.trees(), utf8("{\"Unknown\":" + digits + "}"));
		assertRefused(CODEC.pageAnswers(CODEC.plainItems()), utf8("{\"Count\":" + digits + "}"));
		assertThat(ErrorReader.read(400, Map.of(), utf8("{\"__type\":\"x#ValidationException\",\"n\":" + digits + "}"),
				CALL))
			.isInstanceOf(ValidationException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1E+999999999", "-1E-999999999", "1E999999999999", "0E+999999999", "1e-2147483649" })
	void numberOfAnyExponentTakesNoTime(String number) {
		byte[] answer = utf8("{\"Item\":{\"n\":{\"N\":\"" + number + "\"}},\"Unknown\":" + number + "}");
		for (ItemType<?> type : List.of(CODEC.plainItems(), CODEC.attributeValues(), CODEC.items(Row.class),
				CODEC.items(Whole.class))) {
			readOrRefuse(CODEC.itemAnswers(type), answer);
		}
	}

	@Test
	void lastOfDuplicateMembersCounts() {
		byte[] answer = utf8("{\"Item\":{\"a\":{\"S\":\"0\"}},\"Item\":{\"a\":{\"S\":\"1\"},\"a\":{\"S\":\"2\"}}}");
		assertThat(CODEC.itemAnswers(CODEC.plainItems()).read(answer).item()).isEqualTo(Map.of("a", "2"));
		assertThat(CODEC.itemAnswers(CODEC.attributeValues()).read(answer).item())
			.isEqualTo(Map.of("a", new AttributeValue.S("2")));
		assertThat(CODEC.itemAnswers(CODEC.items(Row.class)).read(answer).item()).isEqualTo(new Row("2", null));
	}

	@Test
	void byteOrderMarkIsSkippedByEveryReader() {
		byte[] answer = utf8("\uFEFF{\"Item\":{\"a\":{\"S\":\"1\"}},\"Table\":{\"TableName\":\"orders\"}}");
		assertThat(CODEC.itemAnswers(CODEC.plainItems()).read(answer).item()).isEqualTo(Map.of("a", "1"));
		assertThat(CODEC.itemAnswers(CODEC.items(Row.class)).read(answer).item()).isEqualTo(new Row("1", null));
		assertThat(CODEC.trees().read(answer).at("/Item/a/S").asString()).isEqualTo("1");
		assertThat(CODEC.member("Table", TableDescription.class).read(answer).tableName()).isEqualTo("orders");
		assertThat(ErrorReader.read(400, Map.of(), utf8("\uFEFF{\"__type\":\"x#ValidationException\"}"), CALL))
			.isInstanceOf(ValidationException.class);
	}

	/**
	 * Overlong, a surrogate's half, beyond Unicode, cut short, a lone continuation, bytes
	 * that UTF-8 has not.
	 */
	static Stream<byte[]> notUtf8() {
		return Stream.of(bytes(0xC0, 0xAF), bytes(0xE0, 0x80, 0xAF), bytes(0xF0, 0x80, 0x80, 0xAF),
				bytes(0xED, 0xA0, 0x80), bytes(0xED, 0xBF, 0xBF), bytes(0xF4, 0x90, 0x80, 0x80), bytes(0xE2, 0x82),
				bytes(0xF0, 0x9F, 0x98), bytes(0xC3), bytes(0x80), bytes(0xBF, 0xBF), bytes(0xF5, 0x80, 0x80, 0x80),
				bytes(0xFE), bytes(0xFF));
	}

	@ParameterizedTest
	@MethodSource("notUtf8")
	void textThatIsNotUtf8IsRefusedWherever(byte[] wrong) {
		for (ItemType<?> type : List.of(CODEC.plainItems(), CODEC.attributeValues(), CODEC.items(Row.class),
				CODEC.items(Map.class), CODEC.items(JsonNode.class))) {
			AnswerReader<?> reader = CODEC.itemAnswers(type);
			assertRefused(reader, around("{\"Item\":{\"a\":{\"S\":\"", wrong, "\"}}}"));
			assertRefused(reader, around("{\"Item\":{\"", wrong, "\":{\"S\":\"x\"}}}"));
			assertRefused(reader, around("{\"Item\":{},\"Unknown\":\"", wrong, "\"}"));
			assertRefused(reader, around("{\"Item\":{},\"", wrong, "\":1}"));
		}
		assertRefused(CODEC.trees(), around("{\"a\":\"", wrong, "\"}"));
		assertRefused(CODEC.nothing(), around("{\"a\":\"", wrong, "\"}"));
		assertThat(ErrorReader.read(400, Map.of(),
				around("{\"__type\":\"x#ValidationException\",\"message\":\"", wrong, "\"}"), CALL))
			.isInstanceOf(ValidationException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\ud800", "\\udc00\\ud800", "\uFFFD", "\\u0000", "\uD83D\uDE00" })
	void oddTextThatJsonAllowsIsRead(String text) {
		byte[] answer = utf8("{\"Item\":{\"a\":{\"S\":\"" + text + "\"}}}");
		for (ItemType<?> type : List.of(CODEC.plainItems(), CODEC.attributeValues(), CODEC.items(Row.class))) {
			assertThat(CODEC.itemAnswers(type).read(answer).item()).isNotNull();
		}
	}

	@Test
	void utf16IsRefused() {
		byte[] answer = "{\"Item\":{}}".getBytes(StandardCharsets.UTF_16);
		assertRefused(CODEC.itemAnswers(CODEC.plainItems()), answer);
		assertRefused(CODEC.trees(), answer);
	}

	@Test
	void manyMembersTakeNoLongerEach() {
		StringBuilder item = new StringBuilder("{\"Item\":{\"a\":{\"S\":\"x\"}");
		for (int i = 0; i < 100_000; i++) {
			item.append(",\"member").append(i).append("\":{\"S\":\"").append(i).append("\"}");
		}
		byte[] answer = utf8(item.append("}}").toString());
		assertThat(CODEC.itemAnswers(CODEC.plainItems()).read(answer).item()).hasSize(100_001);
		assertThat(CODEC.itemAnswers(CODEC.items(Row.class)).read(answer).item()).isEqualTo(new Row("x", null));
	}

	private static void readOrRefuse(AnswerReader<?> reader, String answer) {
		readOrRefuse(reader, utf8(answer));
	}

	private static void readOrRefuse(AnswerReader<?> reader, byte[] answer) {
		try {
			reader.read(answer);
		}
		catch (MalformedAnswerException | io.sprockets.dynamodb.error.ItemConversionException ex) {
			assertThat(ex).hasMessageNotContaining("[[").hasMessageNotContaining("{\"");
			assertThat(ex.getMessage().length()).isLessThan(500);
		}
	}

	private static void assertRefused(AnswerReader<?> reader, byte[] answer) {
		assertThatExceptionOfType(MalformedAnswerException.class).isThrownBy(() -> reader.read(answer));
	}

	private static byte[] around(String before, byte[] wrong, String after) {
		byte[] start = utf8(before);
		byte[] end = utf8(after);
		byte[] all = new byte[start.length + wrong.length + end.length];
		System.arraycopy(start, 0, all, 0, start.length);
		System.arraycopy(wrong, 0, all, start.length, wrong.length);
		System.arraycopy(end, 0, all, start.length + wrong.length, end.length);
		return all;
	}

	private static byte[] bytes(int... values) {
		byte[] bytes = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			bytes[i] = (byte) values[i];
		}
		return bytes;
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	record Row(Object a, BigDecimal n) {

	}

	record Whole(long n) {

	}

}
