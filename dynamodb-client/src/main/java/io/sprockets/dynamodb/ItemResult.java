package io.sprockets.dynamodb;

import io.sprockets.dynamodb.model.ConsumedCapacity;
import io.sprockets.dynamodb.model.ItemCollectionMetrics;
import org.jspecify.annotations.Nullable;

/**
 * The whole answer of an operation on one item.
 *
 * @param item the item or the returned attributes, {@code null} if there are none
 * @param consumedCapacity what the operation consumed, if asked for
 * @param itemCollectionMetrics the size of the item collection, if asked for
 * @param <T> what the item becomes
 */
public record ItemResult<T>(@Nullable T item, @Nullable ConsumedCapacity consumedCapacity,
		@Nullable ItemCollectionMetrics itemCollectionMetrics) {

	/**
	 * Says whether there is an item, not what it holds.
	 */
	@Override
	public String toString() {
		return "ItemResult[" + ((this.item != null) ? "an item" : "no item") + ", consumedCapacity="
				+ this.consumedCapacity + ", itemCollectionMetrics=" + this.itemCollectionMetrics + "]";
	}

}
