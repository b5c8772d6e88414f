package io.sprockets.dynamodb.codec;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.sprockets.dynamodb.codec.WireObject.Attributes;
import io.sprockets.dynamodb.codec.WireObject.Item;
import io.sprockets.dynamodb.model.AttributeValue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random text and numbers as maps, records and attribute values: the three ways write the
 * same, and Jackson reads it back.
 */
class RandomTextTests {

	private static final int ITEMS = 1_000;

	private final DynamoDbCodec codec = new DynamoDbCodec(JsonMappers.plain());

	private final JsonMapper json = JsonMapper.shared();

	@Test
	void allWaysWriteTheSame() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		for (int i = 0; i < ITEMS; i++) {
			Data data = data(random);
			JsonNode wire = write(data);
			assertThat(wire.at("/text/S").asString()).as("seed " + seed).isEqualTo(data.text());
			assertThat(wire.at("/texts/L/1/S").asString()).as("seed " + seed).isEqualTo(data.texts().get(1));
			assertThat(wire.at("/set/SS/0").asString()).as("seed " + seed).isEqualTo(data.set().iterator().next());
			assertThat(wire.at("/named/M").propertyNames()).as("seed " + seed)
				.containsExactlyElementsOf(data.named().keySet());
			assertThat(wire.at("/integer/N").asString()).isEqualTo(Integer.toString(data.integer()));
			assertThat(wire.at("/number/N").asString()).isEqualTo(Long.toString(data.number()));
			assertThat(wire.at("/decimal/N").asString()).isEqualTo(data.decimal().toString());
			assertThat(wire.at("/bytes/B").binaryValue()).isEqualTo(data.bytes());
			assertThat(write(asMap(data))).as("seed " + seed).isEqualTo(wire);
			assertThat(write(asAttributeValues(data))).as("seed " + seed).isEqualTo(wire);
			assertThat(write(new AttributeValue.M(asAttributeValues(data)))).as("seed " + seed).isEqualTo(wire);
		}
	}

	@Test
	void namesAndTextAroundItemsAreReadBack() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		for (int i = 0; i < ITEMS; i++) {
			String text = RandomText.next(random, random.nextInt(301));
			WireObject request = WireObject.of("Expression", text)
				.with("Names", WireObject.of(text, text))
				.with("Values", new Attributes(WireObject.of(text, text)))
				.with("List", List.of(text, 1, WireObject.EMPTY, text));
			RequestBody body = this.codec.write(request);
			JsonNode wire = this.json.readTree(body.array(), 0, body.length());
			JsonNode expected = this.json.createObjectNode()
				.put("Expression", text)
				.<ObjectNode>set("Names", this.json.createObjectNode().put(text, text))
				.<ObjectNode>set("Values",
						this.json.createObjectNode().set(text, this.json.createObjectNode().put("S", text)))
				.set("List", this.json.createArrayNode().add(text).add(1).add(this.json.createObjectNode()).add(text));
			assertThat(wire).as("seed " + seed).isEqualTo(expected);
		}
	}

	@Test
	void theBodyIsTheBeginningOfItsArray() {
		RequestBody body = this.codec.write(WireObject.of("a", "b"));
		assertThat(body.length()).isEqualTo(9).isLessThanOrEqualTo(body.array().length);
		assertThat(body.toByteArray()).isEqualTo("{\"a\":\"b\"}".getBytes());
		assertThat(body).hasToString("RequestBody[9 bytes]");
		assertThat(RequestBody.of(new byte[3]).length()).isEqualTo(3);
	}

	private JsonNode write(Object item) {
		RequestBody body = this.codec.write(WireObject.of("Item", new Item(item)));
		return this.json.readTree(body.array(), 0, body.length()).get("Item");
	}

	private static Data data(Random random) {
		int length = random.nextInt(301);
		Map<String, String> named = new LinkedHashMap<>();
		named.put(RandomText.next(random, length / 2), RandomText.next(random, length));
		byte[] bytes = new byte[random.nextInt(101)];
		random.nextBytes(bytes);
		int[] integers = { random.nextInt(), Integer.MIN_VALUE, Integer.MAX_VALUE, 0 };
		long[] numbers = { random.nextLong(), Long.MIN_VALUE, Long.MAX_VALUE, 0 };
		return new Data(RandomText.next(random, length), List.of("", RandomText.next(random, length)),
				new LinkedHashSet<>(List.of(RandomText.next(random, length) + 1, RandomText.next(random, 3) + 2)),
				named, integers[random.nextInt(4)], numbers[random.nextInt(4)],
				BigDecimal.valueOf(random.nextLong(), random.nextInt(40) - 10), bytes);
	}

	private static Map<String, Object> asMap(Data data) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("text", data.text());
		map.put("texts", data.texts());
		map.put("set", data.set());
		map.put("named", data.named());
		map.put("integer", data.integer());
		map.put("number", data.number());
		map.put("decimal", data.decimal());
		map.put("bytes", data.bytes());
		return map;
	}

	private static Map<String, AttributeValue> asAttributeValues(Data data) {
		Map<String, AttributeValue> map = new LinkedHashMap<>();
		map.put("text", AttributeValue.string(data.text()));
		map.put("texts", new AttributeValue.L(data.texts().stream().map(AttributeValue::string).toList()));
		map.put("set", new AttributeValue.Ss(data.set()));
		Map<String, AttributeValue> named = new LinkedHashMap<>();
		data.named().forEach((name, text) -> named.put(name, AttributeValue.string(text)));
		map.put("named", new AttributeValue.M(named));
		map.put("integer", AttributeValue.number(data.integer()));
		map.put("number", AttributeValue.number(data.number()));
		map.put("decimal", AttributeValue.number(data.decimal()));
		map.put("bytes", AttributeValue.binary(data.bytes()));
		return map;
	}

	record Data(String text, List<String> texts, Set<String> set, Map<String, String> named, int integer, long number,
			BigDecimal decimal, byte[] bytes) {

	}

}
