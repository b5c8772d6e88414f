package io.sprockets.dynamodb.codec;

import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.ConsumedCapacity;

/**
 * What a batch of reads answers.
 *
 * @param items the items by table name
 * @param unprocessedKeys the keys not read, by table name
 * @param consumedCapacity what it consumed by table, if asked for
 * @param <T> what items become
 */
public record BatchGetAnswer<T>(Map<String, List<T>> items,
		Map<String, List<Map<String, AttributeValue>>> unprocessedKeys, List<ConsumedCapacity> consumedCapacity) {

	/**
	 * Returns the tables, without items and keys.
	 */
	@Override
	public String toString() {
		return "BatchGetAnswer[items of " + this.items.keySet() + ", unprocessed of " + this.unprocessedKeys.keySet()
				+ "]";
	}

}
