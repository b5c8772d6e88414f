package io.sprockets.dynamodb.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.sprockets.dynamodb.model.AttributeValue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random items through writer and readers, compared with a plain reading of the wire's
 * JSON.
 */
class RandomItemTests {

	private static final int ITEMS = 20_000;

	private static final int MAX_DEPTH = 4;

	private final DynamoDbCodec codec = new DynamoDbCodec(JsonMappers.plain());

	@Test
	void readersAgreeWithAPlainReading() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		for (int i = 0; i < ITEMS; i++) {
			Map<String, AttributeValue> item = map(random, 0);
			byte[] body = this.codec.write(WireObject.of("Item", new WireObject.Item(item))).toByteArray();
			JsonNode wire = JsonMapper.shared().readTree(body).get("Item");
			assertThat(this.codec.itemAnswers(this.codec.attributeValues()).read(body).item()).as("seed " + seed)
				.isEqualTo(item);
			Map<String, ?> plain = this.codec.itemAnswers(this.codec.plainItems()).read(body).item();
			assertThat(comparable(plain)).as("seed " + seed).isEqualTo(comparable(readMap(wire)));
			Holder mapped = this.codec.itemAnswers(this.codec.<Holder>items(Holder.class))
				.read(("{\"Item\":{\"all\":{\"M\":" + wire + "}}}").getBytes(StandardCharsets.UTF_8))
				.item();
			assertThat(comparable(mapped.all())).as("seed " + seed).isEqualTo(comparable(plain));
			byte[] again = this.codec.write(WireObject.of("Item", new WireObject.Item(plain))).toByteArray();
			assertThat(comparable(this.codec.itemAnswers(this.codec.plainItems()).read(again).item()))
				.as("seed " + seed)
				.isEqualTo(comparable(plain));
		}
	}

	private static Map<String, AttributeValue> map(Random random, int depth) {
		Map<String, AttributeValue> map = new LinkedHashMap<>();
		int size = random.nextInt(5);
		for (int i = 0; i < size; i++) {
			map.put(text(random), value(random, depth + 1));
		}
		return map;
	}

	private static AttributeValue value(Random random, int depth) {
		return switch (random.nextInt((depth < MAX_DEPTH) ? 10 : 8)) {
			case 0, 1 -> AttributeValue.string(text(random));
			case 2 -> AttributeValue.number(decimal(random));
			case 3 -> AttributeValue.binary(bytes(random));
			case 4 -> random.nextBoolean() ? AttributeValue.bool(random.nextBoolean()) : AttributeValue.ofNull();
			case 5 -> AttributeValue.stringSet(text(random) + "1", text(random) + "2");
			case 6 -> AttributeValue.numberSet(Integer.toString(random.nextInt()), random.nextInt() + ".25");
			case 7 -> AttributeValue.binarySet(bytes(random));
			case 8 -> new AttributeValue.M(map(random, depth));
			default -> new AttributeValue.L(List.copyOf(map(random, depth).values()));
		};
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		int length = random.nextInt(12);
		for (int i = 0; i < length; i++) {
			switch (random.nextInt(8)) {
				case 0 -> text.append("\"\\/\b\f\n\r\t".charAt(random.nextInt(8)));
				case 1 -> text.append((char) random.nextInt(0x20));
				case 2 -> text.append((char) (0x80 + random.nextInt(0x700)));
				case 3 -> text.appendCodePoint(0x10000 + random.nextInt(0xFFFFF));
				default -> text.append((char) (' ' + random.nextInt(95)));
			}
		}
		return text.toString();
	}

	private static String decimal(Random random) {
		BigDecimal number = new BigDecimal(new BigInteger(random.nextInt(120), random), random.nextInt(40) - 20);
		return (random.nextBoolean() ? number.negate() : number).toString();
	}

	private static byte[] bytes(Random random) {
		byte[] bytes = new byte[random.nextInt(20)];
		random.nextBytes(bytes);
		return bytes;
	}

	private static Map<String, Object> readMap(JsonNode map) {
		Map<String, Object> item = new LinkedHashMap<>();
		map.properties().forEach((member) -> item.put(member.getKey(), readValue(member.getValue())));
		return item;
	}

	private static Object readValue(JsonNode typed) {
		Map.Entry<String, JsonNode> value = typed.properties().iterator().next();
		JsonNode content = value.getValue();
		return switch (value.getKey()) {
			case "S" -> content.asString();
			case "N" -> new BigDecimal(content.asString());
			case "B" -> ByteBuffer.wrap(Base64.getDecoder().decode(content.asString()));
			case "BOOL" -> content.booleanValue();
			case "NULL" -> null;
			case "M" -> readMap(content);
			case "L" ->
				content.valueStream().map(RandomItemTests::readValue).collect(ArrayList::new, List::add, List::addAll);
			case "SS" -> strings(content);
			case "NS" -> content.valueStream().map((number) -> new BigDecimal(number.asString())).toList();
			case "BS" -> content.valueStream()
				.map((binary) -> ByteBuffer.wrap(Base64.getDecoder().decode(binary.asString())))
				.toList();
			default -> throw new IllegalStateException(value.getKey());
		};
	}

	private static Set<String> strings(JsonNode content) {
		Set<String> strings = new LinkedHashSet<>();
		content.forEach((element) -> strings.add(element.asString()));
		return strings;
	}

	/**
	 * Returns values that are equal where their meaning is: numbers by value, sets of any
	 * order.
	 */
	private static Object comparable(Object value) {
		if (value instanceof Map<?, ?> map) {
			Map<Object, Object> comparable = new LinkedHashMap<>();
			map.forEach((name, member) -> comparable.put(name, comparable(member)));
			return comparable;
		}
		if (value instanceof Set<?> set && !set.isEmpty() && !(set.iterator().next() instanceof String)) {
			return comparable(List.copyOf(set));
		}
		if (value instanceof List<?> list) {
			List<Object> comparable = new ArrayList<>();
			list.forEach((element) -> comparable.add(comparable(element)));
			return comparable;
		}
		if (value instanceof Number number) {
			return new BigDecimal(number.toString()).stripTrailingZeros();
		}
		return (value instanceof byte[] bytes) ? ByteBuffer.wrap(bytes) : value;
	}

	record Holder(Map<String, Object> all) {

	}

}
