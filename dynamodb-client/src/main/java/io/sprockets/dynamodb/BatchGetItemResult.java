package io.sprockets.dynamodb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.model.ConsumedCapacity;

/**
 * The items a batch found.
 *
 * @param items the items by table name, in no particular order
 * @param consumedCapacity what each request consumed of each table, if asked for
 * @param <T> what items become
 */
public record BatchGetItemResult<T>(Map<String, List<T>> items, List<ConsumedCapacity> consumedCapacity) {

	/**
	 * Returns the number of items of each table, without the items.
	 */
	@Override
	public String toString() {
		return "BatchGetItemResult[" + counts() + ", consumedCapacity=" + this.consumedCapacity + "]";
	}

	private Map<String, Integer> counts() {
		Map<String, Integer> counts = new LinkedHashMap<>();
		this.items.forEach((table, found) -> counts.put(table, found.size()));
		return counts;
	}

}
