package io.sprockets.dynamodb;

import java.util.Collection;
import java.util.Map;

import io.sprockets.dynamodb.model.ReturnConsumedCapacity;
import io.sprockets.dynamodb.model.ReturnItemCollectionMetrics;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * BatchWriteItem: any number of puts and deletes in any number of tables, each on its
 * own, not as one transaction. Writes are sent 25 at a time, what the service leaves
 * unprocessed is sent again; what is left in the end is in the
 * {@link io.sprockets.dynamodb.error.UnprocessedItemsException}. Immutable: every step
 * returns a new spec.
 */
public interface BatchWriteItemSpec {

	/**
	 * Adds an item to be stored.
	 * @param item a record, a bean, a map of plain objects or of attribute values
	 */
	BatchWriteItemSpec put(String tableName, Object item);

	/**
	 * Adds items to be stored.
	 */
	BatchWriteItemSpec put(String tableName, Collection<?> items);

	/**
	 * Adds the key of an item to be removed.
	 */
	BatchWriteItemSpec delete(String tableName, Map<String, ? extends @Nullable Object> key);

	/**
	 * Adds keys of items to be removed.
	 */
	BatchWriteItemSpec delete(String tableName, Collection<? extends Map<String, ? extends @Nullable Object>> keys);

	/**
	 * Asks for the consumed capacity in {@link #result()}.
	 */
	BatchWriteItemSpec returnConsumedCapacity(ReturnConsumedCapacity detail);

	/**
	 * Asks for the size of item collections in {@link #result()}.
	 */
	BatchWriteItemSpec returnItemCollectionMetrics(ReturnItemCollectionMetrics metrics);

	/**
	 * Writes.
	 */
	Mono<Void> execute();

	/**
	 * Writes and tells what it cost.
	 */
	Mono<BatchWriteItemResult> result();

}
