package io.sprockets.dynamodb.observation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallKeyValuesCacheTests {

	private final CallKeyValuesCache cache = new CallKeyValuesCache();

	@Test
	void sameCallGivesSameInstance() {
		CallKeyValues first = this.cache.get(ObservedCall.of("GetItem", "Orders"));
		assertThat(this.cache.get(ObservedCall.of("GetItem", "Orders"))).isSameAs(first);
		assertThat(this.cache.get(ObservedCall.of("GetItem", "Customers"))).isNotSameAs(first);
		assertThat(this.cache.get(ObservedCall.of("GetItem", "Orders").withAttempt(1))).isNotSameAs(first);
	}

	@Test
	void neverHoldsMoreThanItsCapacity() {
		for (int i = 0; i < CallKeyValuesCache.CAPACITY + 500; i++) {
			this.cache.get(ObservedCall.of("GetItem", "table-" + i));
		}
		assertThat(this.cache.size()).isEqualTo(CallKeyValuesCache.CAPACITY);
	}

	@Test
	void callBeyondCapacityStillHasItsKeyValues() {
		neverHoldsMoreThanItsCapacity();
		CallKeyValues beyond = this.cache.get(ObservedCall.of("GetItem", "one-more"));
		assertThat(beyond.contextualName()).isEqualTo("GetItem one-more");
	}

}
