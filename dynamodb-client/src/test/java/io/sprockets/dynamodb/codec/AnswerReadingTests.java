package io.sprockets.dynamodb.codec;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.sprockets.dynamodb.error.ItemConversionException;
import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.TableDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Answers as they come, whole, odd and broken.
 */
class AnswerReadingTests {

	private static final String ITEM = """
			{"pk":{"S":"a\\"\\u00e9\\n"},"n":{"N":"-1.50"},"b":{"B":"AQID"},"t":{"BOOL":true},"z":{"NULL":true},
			 "ss":{"SS":["x","y"]},"ns":{"NS":["1"]},"bs":{"BS":["AQ=="]},"l":{"L":[{"N":"1"},{"M":{"k":{"S":"v"}}}]}}""";

	private static final String ANSWER = "{\"Item\":" + ITEM + ",\"ConsumedCapacity\":{\"CapacityUnits\":0.5}}";

	private static final String PAGE = "{\"Count\":2,\"Items\":[" + ITEM + "," + ITEM
			+ "],\"LastEvaluatedKey\":{\"pk\":{\"S\":\"a\"}},\"ScannedCount\":3}";

	private final DynamoDbCodec codec = new DynamoDbCodec(JsonMappers.plain());

	private final List<ItemType<?>> types = List.of(this.codec.plainItems(), this.codec.attributeValues(),
			this.codec.items(Row.class));

	@Test
	void anAnswerCutAnywhereIsRefused() {
		for (ItemType<?> type : this.types) {
			assertRefusedWhenCut(ANSWER, this.codec.itemAnswers(type));
			assertRefusedWhenCut(PAGE, this.codec.pageAnswers(type));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "null", "\"text\"", "1", "{} {}", "{}x", "{", "<html></html>", "{\"Item\":[]}",
			"{\"Item\":{\"a\":1}}", "{\"Item\":{\"a\":{}}}", "{\"Item\":{\"a\":{\"X\":\"1\"}}}",
			"{\"Item\":{\"a\":{\"S\":\"1\",\"N\":\"1\"}}}", "{\"Item\":{\"a\":{\"S\":1}}}",
			"{\"Item\":{\"a\":{\"S\":null}}}", "{\"Item\":{\"a\":{\"L\":{}}}}", "{\"Item\":{\"a\":{\"M\":[]}}}",
			"{\"Item\":{\"a\":{\"SS\":[1]}}}", "{\"Item\":{\"a\":{\"SS\":\"x\"}}}",
			"{\"Item\":{\"a\":{\"B\":\"***\"}}}", "{\"Item\":{\"a\":{\"BOOL\":\"yes\"}}}",
			"{\"Item\":{\"a\":{\"L\":[1]}}}" })
	void whatTheProtocolDoesNotAllowIsRefused(String answer) {
		for (ItemType<?> type : List.of(this.codec.plainItems(), this.codec.attributeValues(),
				this.codec.items(Any.class))) {
			assertThatExceptionOfType(MalformedAnswerException.class)
				.isThrownBy(() -> this.codec.itemAnswers(type).read(utf8(answer)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "", "-", "NaN", "1-2", "0x1", "1e", "Infinity" })
	void whatIsNoDecimalIsRefused(String number) {
		byte[] answer = utf8("{\"Item\":{\"a\":{\"N\":\"" + number + "\"}}}");
		assertThatExceptionOfType(MalformedAnswerException.class)
			.isThrownBy(() -> this.codec.itemAnswers(this.codec.plainItems()).read(answer));
		assertThatExceptionOfType(MalformedAnswerException.class)
			.isThrownBy(() -> this.codec.itemAnswers(this.codec.items(Any.class)).read(answer));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1E+999999999", "1E-999999999", "1E1001", "-1.5e99999", "0E+2147483647", "1E-2147483647" })
	void anExponentThatWouldFillTheMemoryIsRefused(String number) {
		byte[] answer = utf8("{\"Item\":{\"a\":{\"N\":\"" + number + "\"}}}");
		for (ItemType<?> type : List.of(this.codec.plainItems(), this.codec.items(Any.class))) {
			assertThatExceptionOfType(MalformedAnswerException.class)
				.isThrownBy(() -> this.codec.itemAnswers(type).read(answer))
				.withMessageContaining("exponent");
		}
	}

	@Test
	void aNameOfAControlCharacterIsRefused() {
		byte[] answer = utf8("{\"Item\":{\"a\":{\"\u0000\":{\"S\":\"x\"}}}");
		for (ItemType<?> type : List.of(this.codec.plainItems(), this.codec.attributeValues(),
				this.codec.items(Any.class))) {
			assertThatExceptionOfType(MalformedAnswerException.class)
				.isThrownBy(() -> this.codec.itemAnswers(type).read(answer))
				.withMessageContaining("control character");
		}
	}

	@Test
	void deepNestingIsRefusedWithoutOverflow() {
		String answer = "{\"Item\":{\"a\":" + "{\"L\":[".repeat(50_000) + "]}".repeat(50_000) + "}}";
		for (ItemType<?> type : List.of(this.codec.plainItems(), this.codec.attributeValues(),
				this.codec.items(Any.class))) {
			assertThatExceptionOfType(MalformedAnswerException.class)
				.isThrownBy(() -> this.codec.itemAnswers(type).read(utf8(answer)));
		}
	}

	@Test
	void unknownAndNullMembersAreSkipped() {
		String answer = "{\"New\":{\"a\":[{\"b\":1}]},\"ConsumedCapacity\":null,\"Item\":" + ITEM + ",\"Also\":[]}";
		ItemAnswer<?> read = this.codec.itemAnswers(this.codec.plainItems()).read(utf8(answer));
		assertThat(read.item()).isNotNull();
		assertThat(read.consumedCapacity()).isNull();
		assertThat(this.codec.pageAnswers(this.codec.plainItems()).read(utf8("{\"Items\":null}")).items()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "01", "-01", "00", "1.", "-.5", "1.e5", "-", "1e", "1-2", "\"\\x\"", "\"\\u12\"",
			"\"\\\n\"", "{\"\\x\":1}", "[[1,]]", "{\"a\":1,}", "[1 2]" })
	void whatIsNoJsonIsRefusedInUnknownMembers(String unknown) {
		byte[] answer = utf8("{\"Unknown\":" + unknown + "}");
		assertThatExceptionOfType(MalformedAnswerException.class)
			.isThrownBy(() -> this.codec.itemAnswers(this.codec.plainItems()).read(answer));
		assertThatExceptionOfType(MalformedAnswerException.class).isThrownBy(() -> this.codec.nothing().read(answer));
	}

	@Test
	void whatIsNoUtf8IsRefusedInUnknownMembers() {
		byte[] answer = "{\"Unknown\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
		assertThatExceptionOfType(MalformedAnswerException.class)
			.isThrownBy(() -> this.codec.itemAnswers(this.codec.plainItems()).read(answer));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2147483648", "9223372036854775808", "1E30" })
	void aNumberTooLargeForItsComponentDoesNotFit(String number) {
		byte[] answer = utf8("{\"Item\":{\"count\":{\"N\":\"" + number + "\"}}}");
		assertThatExceptionOfType(ItemConversionException.class)
			.isThrownBy(() -> this.codec.itemAnswers(this.codec.items(Part.class)).read(answer))
			.satisfies((error) -> assertThat(error.attributePath()).isEqualTo("count"));
	}

	@ParameterizedTest
	@ValueSource(classes = { Part.class, Large.class, Huge.class })
	@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void anExponentThatWouldTakeMinutesFitsNoInteger(Class<?> type) {
		for (String number : List.of("1E+99999999", "1E+999999999", "-1.5E+99999999", "1E-99999999")) {
			byte[] answer = utf8("{\"Item\":{\"count\":{\"N\":\"" + number + "\"}}}");
			assertThatThrownBy(() -> this.codec.itemAnswers(this.codec.items(type)).read(answer))
				.isInstanceOfAny(ItemConversionException.class, MalformedAnswerException.class);
		}
	}

	@Test
	void ofMembersWithTheSameNameTheLastOneCounts() {
		String item = "{\"text\":{\"S\":\"1\"},\"text\":{\"S\":\"2\"},\"\\u0074ext\":{\"S\":\"3\"}}";
		byte[] answer = utf8("{\"Item\":{},\"Item\":" + item + "}");
		assertThat(this.codec.oneItem(this.codec.plainItems()).read(answer)).isEqualTo(Map.of("text", "3"));
		assertThat(this.codec.oneItem(this.codec.attributeValues()).read(answer))
			.isEqualTo(Map.of("text", AttributeValue.string("3")));
		assertThat(this.codec.oneItem(this.codec.<Note>items(Note.class)).read(answer)).isEqualTo(new Note("3"));
		assertThat(this.codec.pageAnswers(this.codec.plainItems()).read(utf8("{\"Count\":1,\"Count\":2}")).count())
			.isEqualTo(2);
	}

	@Test
	void aMemberThatIsNullReplacesNone() {
		byte[] answer = utf8("{\"Item\":" + ITEM + ",\"Item\":null}");
		assertThat(this.codec.oneItem(this.codec.plainItems()).read(answer)).containsKey("pk");
	}

	@Test
	void anAbsentItemIsNoItem() {
		assertThat(this.codec.itemAnswers(this.codec.plainItems()).read(utf8("{}")).item()).isNull();
		assertThat(this.codec.itemAnswers(this.codec.plainItems()).read(utf8("{\"Item\":{}}")).item()).isEmpty();
	}

	@Test
	void aPageHasItsParts() {
		PageAnswer<Row> page = this.codec.pageAnswers(this.codec.<Row>items(Row.class)).read(utf8(PAGE));
		assertThat(page.items()).hasSize(2).allSatisfy((row) -> assertThat(row.ss()).containsExactly("x", "y"));
		assertThat(page.count()).isEqualTo(2);
		assertThat(page.scannedCount()).isEqualTo(3);
		assertThat(page.lastEvaluatedKey()).isEqualTo(Map.of("pk", AttributeValue.string("a")));
	}

	@Test
	void aTypeThatDoesNotFitIsNamedByItsPath() {
		String answer = "{\"Item\":{\"id\":{\"S\":\"o\"},\"parts\":{\"L\":[{\"M\":{\"count\":{\"N\":\"1\"}}},"
				+ "{\"M\":{\"count\":{\"S\":\"topsecret\"}}}]}}}";
		assertThatExceptionOfType(ItemConversionException.class)
			.isThrownBy(() -> this.codec.itemAnswers(this.codec.items(Whole.class)).read(utf8(answer)))
			.satisfies((error) -> assertThat(error.attributePath()).isEqualTo("parts[1].count"))
			.withMessageNotContaining("topsecret");
	}

	@Test
	void textThatIsNoBinaryIsAMatterOfTheItem() {
		byte[] answer = utf8("{\"Item\":{\"id\":{\"S\":\"1\"},\"data\":{\"S\":\"hello, world\"}}}");
		assertThatExceptionOfType(ItemConversionException.class)
			.isThrownBy(() -> this.codec.itemAnswers(this.codec.items(Document.class)).read(answer))
			.satisfies((error) -> assertThat(error.attributePath()).isEqualTo("data"))
			.withMessageNotContaining("hello");
	}

	@Test
	void textThatADeserializerCannotParseIsAMatterOfTheItem() {
		byte[] answer = utf8("{\"Item\":{\"id\":{\"S\":\"1\"},\"json\":{\"S\":\"{broken\"}}}");
		assertThatExceptionOfType(ItemConversionException.class)
			.isThrownBy(() -> this.codec.itemAnswers(this.codec.items(Embedding.class)).read(answer))
			.satisfies((error) -> assertThat(error.attributePath()).isEqualTo("json"));
	}

	@Test
	void structuresOfTheServiceModelAreRead() {
		TableDescription table = this.codec.member("Table", TableDescription.class)
			.read(utf8("{\"Table\":{\"TableName\":\"t\",\"CreationDateTime\":1.5E9,\"TableStatus\":\"NEWSTATE\","
					+ "\"SSEDescription\":{\"SSEType\":\"KMS\",\"KMSMasterKeyArn\":\"arn\"},\"Unknown\":{\"a\":1}}}"));
		assertThat(table.tableName()).isEqualTo("t");
		assertThat(table.creationDateTime()).isEqualTo("2017-07-14T02:40:00Z");
		assertThat(table.tableStatus()).isNull();
		assertThat(table.sseDescription().kmsMasterKeyArn()).isEqualTo("arn");
	}

	@Test
	void theApplicationsMapperCannotHarmTheWire() {
		JsonMapper odd = JsonMapper.builder()
			.enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.WRAP_ROOT_VALUE,
					SerializationFeature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
					DeserializationFeature.UNWRAP_ROOT_VALUE)
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.build();
		DynamoDbCodec own = new DynamoDbCodec(odd);
		byte[] body = own
			.write(WireObject.of("TableName", "t").with("Item", new WireObject.Item(new Camel("x", Set.of("one")))))
			.toByteArray();
		assertThat(JsonMapper.shared().readTree(body)).isEqualTo(JsonMapper.shared()
			.readTree("{\"TableName\":\"t\",\"Item\":{\"some_name\":{\"S\":\"x\"},\"all_tags\":{\"SS\":[\"one\"]}}}"));
		PageAnswer<Camel> page = own.pageAnswers(own.<Camel>items(Camel.class))
			.read(utf8("{\"Items\":[{\"some_name\":{\"S\":\"x\"},\"all_tags\":{\"SS\":[\"one\"]}},"
					+ "{\"some_name\":{\"S\":\"y\"}}],\"Count\":2}"));
		assertThat(page.items()).containsExactly(new Camel("x", Set.of("one")), new Camel("y", Set.of()));
	}

	@Test
	void longAttributeNamesAreRead() {
		String name = "n".repeat(65_535);
		assertThat(this.codec.itemAnswers(this.codec.plainItems())
			.read(utf8("{\"Item\":{\"" + name + "\":{\"N\":\"1\"}}}"))
			.item()).containsEntry(name, 1);
	}

	private static void assertRefusedWhenCut(String answer, AnswerReader<?> reader) {
		byte[] whole = utf8(answer);
		assertThat(reader.read(whole)).isNotNull();
		for (int length = 0; length < whole.length; length++) {
			byte[] cut = Arrays.copyOf(whole, length);
			assertThatExceptionOfType(MalformedAnswerException.class).as("cut at byte " + length)
				.isThrownBy(() -> reader.read(cut));
		}
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	record Row(String pk, double n, byte[] b, boolean t, Object z, Set<String> ss, Set<Integer> ns, Set<byte[]> bs,
			List<Object> l) {

	}

	record Document(String id, byte[] data) {

	}

	record Embedding(String id, @JsonDeserialize(using = EmbeddedJson.class) JsonNode json) {

	}

	static final class EmbeddedJson extends StdDeserializer<JsonNode> {

		EmbeddedJson() {
			super(JsonNode.class);
		}

		@Override
		public JsonNode deserialize(JsonParser parser, DeserializationContext context) {
			return JsonMapper.shared().readTree(parser.getString());
		}

	}

	record Any(Object a) {

	}

	record Note(String text) {

	}

	record Part(int count) {

	}

	record Large(long count) {

	}

	record Huge(BigInteger count) {

	}

	record Whole(String id, List<Part> parts) {

	}

	record Camel(String someName, Set<String> allTags) {

	}

}
