package io.sprockets.dynamodb.codec;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SizeHints}.
 */
class SizeHintsTests {

	private static final WireObject GET = WireObject.of("TableName", "t").with("Key", 1);

	private static final WireObject PUT = WireObject.of("TableName", "t").with("Item", 1);

	private final SizeHints sizes = new SizeHints();

	@Test
	void aLargerRequestCountsAtOnceForItsLikes() {
		int initial = this.sizes.capacityFor(PUT);
		this.sizes.note(PUT, 5000);
		assertThat(this.sizes.capacityFor(PUT.with("TableName", "other"))).isBetween(5000, 6000);
		assertThat(this.sizes.capacityFor(GET)).isEqualTo(initial);
	}

	@Test
	void smallerRequestsCountBitByBit() {
		this.sizes.note(PUT, 5000);
		this.sizes.note(PUT, 150);
		assertThat(this.sizes.capacityFor(PUT)).isGreaterThan(4000);
		for (int i = 0; i < 100; i++) {
			this.sizes.note(PUT, 150);
		}
		assertThat(this.sizes.capacityFor(PUT)).isBetween(150, 200);
	}

	@Test
	void aHugeRequestDoesNotMakeAllOthersHuge() {
		this.sizes.note(PUT, 10_000_000);
		assertThat(this.sizes.capacityFor(PUT)).isLessThan(100_000);
	}

}
