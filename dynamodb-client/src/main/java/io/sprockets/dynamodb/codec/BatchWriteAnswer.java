package io.sprockets.dynamodb.codec;

import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.model.ConsumedCapacity;
import io.sprockets.dynamodb.model.ItemCollectionMetrics;
import io.sprockets.dynamodb.model.WriteRequest;

/**
 * What a batch of writes answers.
 *
 * @param unprocessedItems the writes not done, by table name
 * @param itemCollectionMetrics the sizes of item collections by table name, if asked for
 * @param consumedCapacity what it consumed by table, if asked for
 */
public record BatchWriteAnswer(Map<String, List<WriteRequest>> unprocessedItems,
		Map<String, List<ItemCollectionMetrics>> itemCollectionMetrics, List<ConsumedCapacity> consumedCapacity) {

	/**
	 * Returns the tables, without the writes.
	 */
	@Override
	public String toString() {
		return "BatchWriteAnswer[unprocessed of " + this.unprocessedItems.keySet() + "]";
	}

}
