package io.sprockets.dynamodb.credentials.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Makes JSON objects: the members in any order, now and then without one, each with one
 * of the values it may have.
 */
public final class RandomMembers implements Supplier<byte[]> {

	private final Random random;

	private final Map<String, List<String>> members;

	/**
	 * Creates a maker.
	 * @param members the values of each member, as JSON
	 */
	public RandomMembers(long seed, Map<String, List<String>> members) {
		this.random = new Random(seed);
		this.members = new TreeMap<>(members);
	}

	@Override
	public byte[] get() {
		return object().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Returns an object's text.
	 */
	public String object() {
		String space = (this.random.nextInt(4) == 0) ? "\n  " : "";
		List<String> written = new ArrayList<>();
		this.members.forEach((name, values) -> {
			if (this.random.nextInt(12) > 0) {
				written.add(space + '"' + name + "\":" + space + values.get(this.random.nextInt(values.size())));
			}
		});
		Collections.shuffle(written, this.random);
		String object = "{" + String.join(",", written) + space + "}";
		return (this.random.nextInt(30) == 0) ? "\uFEFF" + object : object;
	}

}
