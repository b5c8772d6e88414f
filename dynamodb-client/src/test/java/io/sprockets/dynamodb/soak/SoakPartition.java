package io.sprockets.dynamodb.soak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is known of a partition that one worker writes: for each item, the version whose
 * writing was acknowledged, and the last one whose writing was tried.
 */
final class SoakPartition {

	static final int SIZE = 40;

	private static final int NONE = -1;

	private final String pk;

	private final int[] acknowledged = new int[SIZE];

	private final int[] tried = new int[SIZE];

	private final boolean[] changeable = new boolean[SIZE];

	private int used;

	SoakPartition(String pk) {
		this.pk = pk;
		Arrays.fill(this.acknowledged, NONE);
		Arrays.fill(this.tried, NONE);
	}

	String pk() {
		return this.pk;
	}

	/**
	 * Returns the keys of all items that were tried to be written.
	 */
	List<Map<String, Object>> keys() {
		return IntStream.range(0, this.used).mapToObj((sk) -> Map.<String, Object>of("pk", this.pk, "sk", sk)).toList();
	}

	/**
	 * Returns how many items were tried to be written.
	 */
	int used() {
		return this.used;
	}

	/**
	 * Says whether as many items more would be too many.
	 */
	boolean isFull(int more) {
		return this.used + more > SIZE;
	}

	/**
	 * Returns the keys of as many new items.
	 */
	List<Integer> add(int count) {
		int first = this.used;
		this.used += count;
		return IntStream.range(first, this.used).boxed().toList();
	}

	/**
	 * Says that an item was written under a condition, so that no belated attempt to
	 * write it undoes a later change.
	 */
	void changeable(int sk) {
		this.changeable[sk] = true;
	}

	boolean isChangeable(int sk) {
		return this.changeable[sk];
	}

	int trying(int sk) {
		return ++this.tried[sk];
	}

	void acknowledge(int sk, int version) {
		this.acknowledged[sk] = Math.max(this.acknowledged[sk], version);
	}

	boolean isAcknowledged(int sk) {
		return this.acknowledged[sk] != NONE;
	}

	/**
	 * Requires an item to be what was written, and no older than what was acknowledged.
	 */
	void verify(int sk, Map<String, Object> item) {
		if (item == null) {
			if (isAcknowledged(sk)) {
				throw new AssertionError("Acknowledged, but not there: " + this.pk + "/" + sk);
			}
			return;
		}
		int version = SoakItem.verified(item, this.pk, sk);
		if (version < this.acknowledged[sk] || version > this.tried[sk]) {
			throw new AssertionError("Version " + version + " of " + this.pk + "/" + sk + ", acknowledged was "
					+ this.acknowledged[sk] + ", last tried " + this.tried[sk]);
		}
	}

	/**
	 * Requires items to be all of the partition, in order.
	 */
	void verifyAll(List<Map<String, Object>> items) {
		List<Integer> keys = new ArrayList<>();
		for (Map<String, Object> item : items) {
			int sk = (item.get("sk") instanceof Integer number) ? number : NONE;
			if (sk < 0 || sk >= this.used) {
				throw new AssertionError("Never written: " + this.pk + "/" + item.get("sk"));
			}
			keys.add(sk);
			verify(sk, item);
		}
		if (!keys.equals(keys.stream().sorted().distinct().toList())) {
			throw new AssertionError("Items of " + this.pk + " out of order or twice: " + keys);
		}
		for (int sk = 0; sk < this.used; sk++) {
			if (!keys.contains(sk)) {
				verify(sk, null);
			}
		}
	}

}
