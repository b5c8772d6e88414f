package io.sprockets.dynamodb.codec;

import io.sprockets.dynamodb.model.ConsumedCapacity;
import io.sprockets.dynamodb.model.ItemCollectionMetrics;
import org.jspecify.annotations.Nullable;

/**
 * What an operation on one item answers.
 *
 * @param item the item or the returned attributes
 * @param consumedCapacity what it consumed, if asked for
 * @param itemCollectionMetrics the size of the item collection, if asked for
 * @param <T> what the item becomes
 */
public record ItemAnswer<T>(@Nullable T item, @Nullable ConsumedCapacity consumedCapacity,
		@Nullable ItemCollectionMetrics itemCollectionMetrics) {

	/**
	 * Says whether there is an item, not what it holds.
	 */
	@Override
	public String toString() {
		return "ItemAnswer[" + ((this.item != null) ? "an item" : "no item") + "]";
	}

}
