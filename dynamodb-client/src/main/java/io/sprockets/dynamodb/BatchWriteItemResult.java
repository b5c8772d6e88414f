package io.sprockets.dynamodb;

import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.model.ConsumedCapacity;
import io.sprockets.dynamodb.model.ItemCollectionMetrics;

/**
 * What a batch of writes cost.
 *
 * @param consumedCapacity what each request consumed of each table, if asked for
 * @param itemCollectionMetrics the sizes of item collections by table name, if asked for
 */
public record BatchWriteItemResult(List<ConsumedCapacity> consumedCapacity,
		Map<String, List<ItemCollectionMetrics>> itemCollectionMetrics) {

}
