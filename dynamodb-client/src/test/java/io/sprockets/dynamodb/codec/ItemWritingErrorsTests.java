package io.sprockets.dynamodb.codec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.sprockets.dynamodb.codec.WireObject.Attributes;
import io.sprockets.dynamodb.codec.WireObject.Item;
import io.sprockets.dynamodb.error.ItemConversionException;
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
				arguments(new Raw("{}"), "json"), arguments("text", ""), arguments(List.of(1), ""), arguments(7, ""),
				arguments(new Failing(), "value"));
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
		assertThat(
				new String(this.codec.write(WireObject.of("Item", new Item(Map.of("a", 1)))), StandardCharsets.UTF_8))
			.isEqualTo("{\"Item\":{\"a\":{\"N\":\"1\"}}}");
	}

	@Test
	void limitsOfNumbersAreStillFine() {
		for (String decimal : List.of("0", "-0", "9.9999999999999999999999999999999999999E+125", "1E-130",
				"1234567890123456789012345678901234567800000", "0.00000000000000000000000000000000000001")) {
			byte[] body = this.codec.write(WireObject.of("Item", new Item(Map.of("n", new BigDecimal(decimal)))));
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

	record Raw(@JsonRawValue String json) {

	}

	static class Failing {

		public String getValue() {
			throw new IllegalStateException(SECRET);
		}

	}

}
