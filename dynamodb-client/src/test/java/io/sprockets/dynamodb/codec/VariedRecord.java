package io.sprockets.dynamodb.codec;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A record with components of every kind an item may be read to.
 */
record VariedRecord(String text, int small, long large, double rough, BigDecimal exact, boolean flag, Boolean maybe,
		Integer boxed, byte[] data, Set<String> tags, Set<Long> numbers, List<Object> list, Map<String, Object> map,
		Nested nested, List<Nested> all) {

	/** The type each component is stored as. */
	static final Map<String, String> TYPES = Map.ofEntries(Map.entry("text", "S"), Map.entry("small", "N"),
			Map.entry("large", "N"), Map.entry("rough", "N"), Map.entry("exact", "N"), Map.entry("flag", "BOOL"),
			Map.entry("maybe", "BOOL"), Map.entry("boxed", "N"), Map.entry("data", "B"), Map.entry("tags", "SS"),
			Map.entry("numbers", "NS"), Map.entry("list", "L"), Map.entry("map", "M"), Map.entry("nested", "M"),
			Map.entry("all", "L"));

	/** Those that are primitive, without which there is no record. */
	static final Set<String> PRIMITIVES = Set.of("small", "large", "rough", "flag");

	/** Those that are empty where they are absent. */
	static final Set<String> SETS = Set.of("tags", "numbers");

	/**
	 * Returns all components, for a comparison by content.
	 */
	List<Object> values() {
		return Arrays.asList(this.text, this.small, this.large, this.rough, this.exact, this.flag, this.maybe,
				this.boxed, this.data, this.tags, this.numbers, this.list, this.map, this.nested, this.all);
	}

	record Nested(String name, Long count, Nested inner) {

	}

}
