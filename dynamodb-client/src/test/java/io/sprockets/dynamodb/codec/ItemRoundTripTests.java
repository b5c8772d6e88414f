package io.sprockets.dynamodb.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.sprockets.dynamodb.codec.WireObject.Item;
import io.sprockets.dynamodb.model.AttributeValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Items to the wire and back: as maps, records, beans, trees and attribute values.
 */
class ItemRoundTripTests {

	private final JsonMapper json = JsonMapper.shared();

	private final DynamoDbCodec codec = new DynamoDbCodec(JsonMappers.plain());

	@Test
	void plainValuesAreWrittenInDynamoDbsTypes() {
		Map<String, @Nullable Object> item = new LinkedHashMap<>();
		item.put("text", "grün \"quoted\" \uD83D\uDE00");
		item.put("empty", "");
		item.put("bytes", new byte[] { 1, 2, 3 });
		item.put("buffer", ByteBuffer.wrap(new byte[] { 9, 4, 5, 6, 9 }, 1, 3));
		item.put("yes", true);
		item.put("int", 42);
		item.put("long", 1L << 40);
		item.put("big", new BigInteger("12345678901234567890123456789"));
		item.put("decimal", new BigDecimal("1.10"));
		item.put("double", 0.1);
		item.put("float", 1.5f);
		item.put("nothing", null);
		item.put("map", Map.of("inner", List.of(1, "two")));
		item.put("strings", new LinkedHashSet<>(List.of("a", "b")));
		item.put("numbers", new LinkedHashSet<>(List.of(1, 2)));
		item.put("binaries", Set.of(ByteBuffer.wrap(new byte[] { 7 })));
		item.put("list", Arrays.asList("x", null, 3));
		item.put("emptySet", Set.of());
		item.put("uuid", UUID.fromString("00000000-0000-0001-0000-000000000002"));
		item.put("instant", Instant.parse("2026-11-24T01:02:03Z"));
		item.put("kind", Kind.SECOND);
		assertThat(wire(item)).isEqualTo(this.json.readTree(
				"""
						{"text":{"S":"grün \\"quoted\\" \uD83D\uDE00"},"empty":{"S":""},"bytes":{"B":"AQID"},"buffer":{"B":"BAUG"},
						 "yes":{"BOOL":true},"int":{"N":"42"},"long":{"N":"1099511627776"},
						 "big":{"N":"12345678901234567890123456789"},"decimal":{"N":"1.10"},"double":{"N":"0.1"},
						 "float":{"N":"1.5"},"nothing":{"NULL":true},"map":{"M":{"inner":{"L":[{"N":"1"},{"S":"two"}]}}},
						 "strings":{"SS":["a","b"]},"numbers":{"NS":["1","2"]},"binaries":{"BS":["Bw=="]},
						 "list":{"L":[{"S":"x"},{"NULL":true},{"N":"3"}]},
						 "uuid":{"S":"00000000-0000-0001-0000-000000000002"},"instant":{"S":"2026-11-24T01:02:03Z"},
						 "kind":{"S":"SECOND"}}"""));
	}

	@Test
	void plainValuesAreReadExactly() {
		Map<String, @Nullable Object> item = readPlain("""
				{"s":{"S":"a"},"int":{"N":"-7"},"long":{"N":"3000000000"},"big":{"N":"99999999999999999999"},
				 "dec":{"N":"1.50"},"exp":{"N":"1E+3"},"small":{"N":"1E-130"},"b":{"B":"AQID"},"t":{"BOOL":true},
				 "n":{"NULL":true},"ss":{"SS":["x","y"]},"ns":{"NS":["1","2.5"]},"bs":{"BS":["Bw=="]},
				 "l":{"L":[{"N":"1"},{"M":{"k":{"S":"v"}}}]},"m":{"M":{}}}""");
		assertThat(item).containsEntry("s", "a")
			.containsEntry("int", -7)
			.containsEntry("long", 3_000_000_000L)
			.containsEntry("big", new BigInteger("99999999999999999999"))
			.containsEntry("dec", new BigDecimal("1.50"))
			.containsEntry("exp", 1000)
			.containsEntry("small", new BigDecimal("1E-130"))
			.containsEntry("b", new byte[] { 1, 2, 3 })
			.containsEntry("t", true)
			.containsEntry("n", null)
			.containsEntry("ss", Set.of("x", "y"))
			.containsEntry("ns", Set.of(1, new BigDecimal("2.5")))
			.containsEntry("bs", Set.of(ByteBuffer.wrap(new byte[] { 7 })))
			.containsEntry("l", List.of(1, Map.of("k", "v")))
			.containsEntry("m", Map.of());
		assertThat(item.keySet()).startsWith("s", "int", "long");
	}

	@Test
	void recordsComeBackEqual() {
		Everything everything = new Everything("p", 1, 2L, new BigDecimal("12.340"),
				new BigInteger("123456789012345678901"), 1.25, true, Kind.SECOND,
				Instant.parse("2026-01-02T03:04:05.006Z"), LocalDate.of(2026, 1, 2), Duration.ofMinutes(90),
				UUID.fromString("00000000-0000-0001-0000-000000000002"), Set.of("a", "b"), Set.of(1, 2),
				EnumSet.of(Kind.FIRST), List.of(new Part("x", null), new Part("y", 3)), Map.of("one", new Part("z", 1)),
				Optional.of("here"), AttributeValue.numberSet("1", "2"), Set.of(1, "x").size());
		assertThat(read(wire(everything), Everything.class)).isEqualTo(everything);
	}

	@Test
	void recordsAreWrittenInDynamoDbsTypes() {
		assertThat(wire(new Tagged("a", Set.of("t"), Set.of(new BigDecimal("1.5")), null, EnumSet.of(Kind.FIRST),
				new byte[] { 1 }, Set.of(UUID.fromString("00000000-0000-0001-0000-000000000002")))))
			.isEqualTo(this.json.readTree("""
					{"id":{"S":"a"},"tags":{"SS":["t"]},"prices":{"NS":["1.5"]},"kinds":{"SS":["FIRST"]},
					 "data":{"B":"AQ=="},"ids":{"SS":["00000000-0000-0001-0000-000000000002"]}}"""));
	}

	@Test
	void emptySetsAreLeftOutAndReadBackEmpty() {
		Tagged tagged = new Tagged("a", Set.of(), Set.of(), null, EnumSet.noneOf(Kind.class), new byte[0], Set.of());
		assertThat(wire(tagged)).isEqualTo(this.json.readTree("""
				{"id":{"S":"a"},"data":{"B":""}}"""));
		Tagged read = read(wire(tagged), Tagged.class);
		assertThat(read.tags()).isEmpty();
		assertThat(read.prices()).isEmpty();
		assertThat(read.ids()).isEmpty();
		assertThat(read.note()).isNull();
	}

	@Test
	void untypedPropertiesKeepTheirSets() {
		JsonNode wire = this.json.readTree("""
				{"id":{"S":"a"},"values":{"M":{"set":{"SS":["x"]},"list":{"L":[{"N":"1"}]},"n":{"N":"1.5"},
				 "null":{"NULL":true},"b":{"B":"AQ=="}}}}""");
		Open open = read(wire, Open.class);
		assertThat(open.values()).containsEntry("set", Set.of("x"))
			.containsEntry("list", List.of(1))
			.containsEntry("n", new BigDecimal("1.5"))
			.containsEntry("null", null)
			.containsEntry("b", new byte[] { 1 });
		assertThat(wire(open)).isEqualTo(wire);
	}

	@Test
	void beansAndRenamedPropertiesWork() {
		Bean bean = new Bean();
		bean.setName("n");
		bean.setCount(3);
		JsonNode wire = wire(bean);
		assertThat(wire).isEqualTo(this.json.readTree("""
				{"full-name":{"S":"n"},"count":{"N":"3"}}"""));
		Bean read = read(wire, Bean.class);
		assertThat(read.getName()).isEqualTo("n");
		assertThat(read.getCount()).isEqualTo(3);
	}

	@Test
	void polymorphicTypesWork() {
		Drawing drawing = new Drawing("d", List.of(new Circle(1.5), new Square(2)));
		JsonNode wire = wire(drawing);
		assertThat(wire.at("/shapes/L/0/M/type/S").asString()).isEqualTo("circle");
		assertThat(read(wire, Drawing.class)).isEqualTo(drawing);
	}

	@Test
	void treesWork() {
		JsonNode tree = this.json.readTree("""
				{"a":"x","b":[1,2.5,{"c":null}],"d":true}""");
		JsonNode wire = wire(tree);
		assertThat(wire.at("/b/L/1/N").asString()).isEqualTo("2.5");
		assertThat(read(wire, JsonNode.class).at("/b/1").decimalValue()).isEqualByComparingTo("2.5");
	}

	@Test
	void attributeValuesStayWhatTheyAre() {
		Map<String, AttributeValue> item = new LinkedHashMap<>();
		item.put("s", AttributeValue.string("a"));
		item.put("n", AttributeValue.number("1.10"));
		item.put("b", AttributeValue.binary(new byte[] { 1 }));
		item.put("bool", AttributeValue.bool(false));
		item.put("null", AttributeValue.ofNull());
		item.put("l", AttributeValue.list(AttributeValue.number(1), AttributeValue.ofNull()));
		item.put("m", AttributeValue.map(Map.of("x", AttributeValue.string(""))));
		item.put("ss", AttributeValue.stringSet("a", "b"));
		item.put("ns", AttributeValue.numberSet("1.10", "2"));
		item.put("bs", AttributeValue.binarySet(new byte[] { 1 }, new byte[] { 2 }));
		JsonNode wire = wire(item);
		Map<String, AttributeValue> read = this.codec.itemAnswers(this.codec.attributeValues())
			.read(answer(wire))
			.item();
		assertThat(read).isEqualTo(item);
	}

	@Test
	void keysAndExpressionValuesAreWrittenInDynamoDbsTypes() {
		WireObject request = WireObject.of("TableName", "t")
			.with("Key", new WireObject.Attributes(WireObject.of("pk", "a").with("n", 1)))
			.with("ExpressionAttributeValues",
					new WireObject.Attributes(WireObject.of(":part", new Part("x", 2)).with(":null", null)))
			.with("ExpressionAttributeNames", WireObject.of("#n", "name"))
			.with("Limit", 5)
			.with("ConsistentRead", true);
		assertThat(this.json.readTree(this.codec.write(request).toByteArray())).isEqualTo(this.json.readTree("""
				{"TableName":"t","Key":{"pk":{"S":"a"},"n":{"N":"1"}},
				 "ExpressionAttributeValues":{":part":{"M":{"name":{"S":"x"},"count":{"N":"2"}}},":null":{"NULL":true}},
				 "ExpressionAttributeNames":{"#n":"name"},"Limit":5,"ConsistentRead":true}"""));
	}

	private JsonNode wire(Object item) {
		return this.json.readTree(this.codec.write(WireObject.of("Item", new Item(item))).toByteArray()).get("Item");
	}

	private <T> T read(JsonNode wire, Class<T> type) {
		T item = this.codec.itemAnswers(this.codec.<T>items(type)).read(answer(wire)).item();
		assertThat(item).isNotNull();
		return item;
	}

	private Map<String, @Nullable Object> readPlain(String wire) {
		Map<String, @Nullable Object> item = this.codec.itemAnswers(this.codec.plainItems())
			.read(answer(this.json.readTree(wire)))
			.item();
		return (item != null) ? item : Collections.emptyMap();
	}

	private byte[] answer(JsonNode item) {
		return ("{\"Unknown\":{\"a\":[1]},\"Item\":" + item + ",\"ConsumedCapacity\":null}")
			.getBytes(StandardCharsets.UTF_8);
	}

	enum Kind {

		FIRST, SECOND;

		@Override
		public String toString() {
			return "kind " + ordinal();
		}

	}

	record Part(String name, @Nullable Integer count) {

	}

	record Everything(String pk, int i, Long l, BigDecimal decimal, BigInteger big, double d, boolean flag, Kind kind,
			Instant instant, LocalDate date, Duration duration, UUID uuid, Set<String> strings, Set<Integer> numbers,
			Set<Kind> kinds, List<Part> parts, Map<String, Part> byName, Optional<String> maybe, AttributeValue raw,
			int size) {

	}

	record Tagged(String id, Set<String> tags, Set<BigDecimal> prices, @Nullable String note, Set<Kind> kinds,
			byte[] data, Set<UUID> ids) {

	}

	record Open(String id, Map<String, Object> values) {

	}

	static class Bean {

		private String name = "";

		private int count;

		@JsonProperty("full-name")
		public String getName() {
			return this.name;
		}

		public void setName(String name) {
			this.name = name;
		}

		public int getCount() {
			return this.count;
		}

		public void setCount(int count) {
			this.count = count;
		}

	}

	record Drawing(String id, List<Shape> shapes) {

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Circle.class, name = "circle"),
			@JsonSubTypes.Type(value = Square.class, name = "square") })
	sealed interface Shape {

	}

	record Circle(double radius) implements Shape {

	}

	record Square(int side) implements Shape {

	}

}
