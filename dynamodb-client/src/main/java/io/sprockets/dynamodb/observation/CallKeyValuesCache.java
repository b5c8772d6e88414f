package io.sprockets.dynamodb.observation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Key values of calls seen before; of no more than {@value #CAPACITY} different ones, so
 * that an application which makes up table names loses speed, not memory.
 */
final class CallKeyValuesCache {

	static final int CAPACITY = 1_000;

	private final Map<ObservedCall, CallKeyValues> known = new ConcurrentHashMap<>();

	CallKeyValues get(ObservedCall call) {
		CallKeyValues found = this.known.get(call);
		if (found != null) {
			return found;
		}
		CallKeyValues created = new CallKeyValues(call);
		if (this.known.size() < CAPACITY) {
			this.known.put(call, created);
		}
		return created;
	}

	int size() {
		return this.known.size();
	}

}
