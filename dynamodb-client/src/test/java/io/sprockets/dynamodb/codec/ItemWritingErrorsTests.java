package io.sprockets.dynamodb.codec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.sprockets.dynamodb.codec.WireObject.Attributes;
import io.sprockets.dynamodb.codec.WireObject.Item;
import io.sprockets.dynamodb.error.ItemConversionException;
import io.sprockets.dynamodb.model.AttributeValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What DynamoDB cannot hold is refused before anything is sent, with the attribute's path
 * and without its value.
 */
class ItemWritingErrorsTests {

	private static final String SECRET = "topsecret";

	private static final String LONE = "\uD83D";

	private final DynamoDbCodec codec = new DynamoDbCodec(JsonMappers.plain());

	static Stream<Arguments> refused() {
		Map<String, Object> endless = new HashMap<>();
		endless.put("self", endless);
		return Stream.of(arguments(Map.of("tags", mixed()), "tags"),
				arguments(Map.of("a", Map.of("tags", mixed())), "a.tags"),
				arguments(Map.of("flags", Set.of(true)), "flags"),
				arguments(Map.of("sets", Set.of(Map.of("a", 1))), "sets"),
				arguments(Map.of("nulls", new LinkedHashSet<>(Arrays.asList((Object) null))), "nulls"),
				arguments(Map.of("list", List.of(1, Set.of())), "list[1]"),
				arguments(Map.of("list", List.of(1, Double.NaN)), "list[1]"),
				arguments(Map.of("list", List.of(1, new Failing())), "list[1].value"),
				arguments(Map.of("deep", Map.of("bean", new Line("x", Set.of(), Double.NaN))), "deep.bean.price"),
				arguments(Map.of("lines", List.of(Map.of("price", Double.NaN))), "lines[0].price"),
				arguments(Map.of("n", Double.POSITIVE_INFINITY), "n"), arguments(Map.of("n", Float.NaN), "n"),
				arguments(Map.of("n", 1e300), "n"), arguments(Map.of("n", new BigDecimal("1E+126")), "n"),
				arguments(Map.of("n", new BigDecimal("1E-131")), "n"),
				arguments(Map.of("n", new BigDecimal("1".repeat(39))), "n"), arguments(Map.of("m", Map.of(1, 2)), "m"),
				arguments(endless, null), arguments(new Line(SECRET, mixed(), 1.0), "tags"),
				arguments(new Order("o", List.of(new Line("x", Set.of("a"), 1.0), new Line("y", Set.of(), Double.NaN))),
						"lines[1].price"),
				arguments(Map.of("s", LONE), "s"), arguments(Map.of("m", Map.of(LONE, 1)), "m." + LONE),
				arguments(Map.of("set", Set.of(LONE)), "set"),
				arguments(Map.of("l", List.of("a", "b" + LONE + "c")), "l[1]"),
				arguments(new Line(LONE, Set.of(), 1.0), "article"),
				arguments(Map.of("a", AttributeValue.list(AttributeValue.number("1"), AttributeValue.number("x"))),
						"a[1]"),
				arguments(Map.of("a", AttributeValue.map(Map.of("n", AttributeValue.number("1E+126")))), "a.n"),
				arguments(Map.of("a", AttributeValue.numberSet("1", "NaN")), "a"),
				arguments(Map.of("a", AttributeValue.list(AttributeValue.stringSet())), "a[0]"),
				arguments(new Typed(AttributeValue.map(Map.of("l", AttributeValue.list(AttributeValue.string(LONE))))),
						"value.l[0]"),
				arguments(Map.of("typed", List.of(new Typed(AttributeValue.list(AttributeValue.stringSet())))),
						"typed[0].value[0]"),
				arguments(Map.of("set", new LinkedHashSet<>(List.of(SECRET, new Line("x", Set.of(), 1.0)))), "set"),
				arguments(Map.of("l", List.of("a", Optional.of(Set.of()))), "l[1]"), arguments(new Raw("{}"), "json"),
				arguments("text", ""), arguments(List.of(1), ""), arguments(7, ""), arguments(new Failing(), "value"));
	}

	@ParameterizedTest
	@MethodSource
	void refused(Object item, String path) {
		assertThatExceptionOfType(ItemConversionException.class)
			.isThrownBy(() -> this.codec.write(WireObject.of("Item", new Item(item))))
			.withMessageNotContaining(SECRET)
			.satisfies((error) -> {
				if (path != null) {
					assertThat(error.attributePath()).isEqualTo(path);
					assertThat(error).hasMessageContaining("'" + path + "'");
				}
			});
	}

	@Test
	void anEmptySetIsNoKeyAndNoValueOfAnExpression() {
		assertThatExceptionOfType(ItemConversionException.class)
			.isThrownBy(() -> this.codec
				.write(WireObject.of("ExpressionAttributeValues", new Attributes(WireObject.of(":v", Set.of())))))
			.withMessageContaining(":v");
	}

	@Test
	void aFailureLeavesNoTrace() {
		assertThatExceptionOfType(ItemConversionException.class)
			.isThrownBy(() -> this.codec.write(WireObject.of("Item", new Item(Map.of("a", Double.NaN)))));
		assertThat(new String(this.codec.write(WireObject.of("Item", new Item(Map.of("a", 1)))).toByteArray(),
				StandardCharsets.UTF_8))
			.isEqualTo("{\"Item\":{\"a\":{\"N\":\"1\"}}}");
	}

	@Test
	void whatHoldsItselfIsRefusedWhereverItIs() {
		Map<String, Object> map = new HashMap<>();
		map.put("self", map);
		List<Object> list = new ArrayList<>();
		list.add(Map.of("list", list));
		Node node = new Node(new ArrayList<>());
		node.nodes().add(node);
		for (Object item : List.of(map, Map.of("l", list), node, Map.of("node", node),
				Map.of("m", List.of(map, node)))) {
			assertThatExceptionOfType(ItemConversionException.class)
				.isThrownBy(() -> this.codec.write(WireObject.of("Item", new Item(item))))
				.withMessageContaining("nested too deeply, or holds itself");
		}
		assertThatExceptionOfType(ItemConversionException.class)
			.isThrownBy(() -> this.codec.write(WireObject.of("Item", new Item(map))))
			.satisfies((error) -> assertThat(error.attributePath()).matches("self(\\.self){200,}"));
		assertThatExceptionOfType(ItemConversionException.class)
			.isThrownBy(() -> this.codec.write(WireObject.of("Item", new Item(node))))
			.satisfies((error) -> assertThat(error.attributePath()).matches("nodes\\[0](\\.nodes\\[0]){100,}.*"));
	}

	@Test
	void deepItemsAreStillFine() {
		Object deep = "end";
		Node nodes = new Node(List.of());
		for (int i = 0; i < 100; i++) {
			deep = (i % 2 == 0) ? Map.of("m", deep) : List.of(deep);
			nodes = new Node(List.of(nodes));
		}
		assertThat(this.codec.write(WireObject.of("Item", new Item(Map.of("m", deep)))).length()).isPositive();
		assertThat(this.codec.write(WireObject.of("Item", new Item(nodes))).length()).isPositive();
	}

	@Test
	void halfACharacterIsRefusedAroundTheItemToo() {
		assertThatExceptionOfType(ItemConversionException.class)
			.isThrownBy(() -> this.codec.write(WireObject.of("TableName", LONE)));
	}

	@Test
	void limitsOfNumbersAreStillFine() {
		for (String decimal : List.of("0", "-0", "9.9999999999999999999999999999999999999E+125", "1E-130",
				"1234567890123456789012345678901234567800000", "0.00000000000000000000000000000000000001")) {
			byte[] body = this.codec.write(WireObject.of("Item", new Item(Map.of("n", new BigDecimal(decimal)))))
				.toByteArray();
			assertThat(body).isNotEmpty();
		}
	}

	private static Set<Object> mixed() {
		return new LinkedHashSet<>(List.of(SECRET, 1));
	}

	record Line(String article, Set<?> tags, double price) {

	}

	record Order(String id, List<Line> lines) {

	}

	record Typed(AttributeValue value) {

	}

	record Node(List<Node> nodes) {

	}

	record Raw(@JsonRawValue String json) {

	}

	static class Failing {

		public String getValue() {
			throw new IllegalStateException(SECRET);
		}

	}

}
