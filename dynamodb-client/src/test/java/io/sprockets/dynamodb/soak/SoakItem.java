package io.sprockets.dynamodb.soak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Items whose key and version say all they hold, so that a part of one, or one in the
 * place of another, does not go unseen.
 */
final class SoakItem {

	private static final int MAX_LENGTH = 600;

	private SoakItem() {
	}

	static Map<String, Object> of(String pk, int sk, int version) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("pk", pk);
		item.put("sk", sk);
		item.put("version", version);
		item.put("text", text(pk, sk, version));
		item.put("more", more(pk, sk, version));
		return item;
	}

	static String text(String pk, int sk, int version) {
		Random random = random(pk, sk, version);
		return random.ints(random.nextInt(MAX_LENGTH), ' ', 0x2FF)
			.filter(Character::isLetterOrDigit)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	static Map<String, Object> more(String pk, int sk, int version) {
		Random random = random(pk, sk, version);
		List<Object> list = new ArrayList<>();
		Set<String> set = new LinkedHashSet<>();
		for (int i = random.nextInt(5); i >= 0; i--) {
			list.add(random.nextInt());
			set.add("s" + random.nextInt(100));
		}
		return Map.of("owner", pk + "/" + sk + "/" + version, "list", list, "set", set);
	}

	private static Random random(String pk, int sk, int version) {
		return new Random(pk.hashCode() * 31L + sk * 1_009L + version);
	}

	/**
	 * Returns the item's version, after all else was found to be as it says.
	 */
	static int verified(Map<String, Object> item, String pk, int sk) {
		int version = (item.get("version") instanceof Integer number) ? number : -1;
		if (!item.equals(of(pk, sk, version))) {
			throw new AssertionError("Asked for " + pk + "/" + sk + ", got " + item);
		}
		return version;
	}

}
