package io.sprockets.dynamodb.codec;

import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.ConsumedCapacity;
import org.jspecify.annotations.Nullable;

/**
 * What a query or scan answers.
 *
 * @param items the page's items
 * @param count how many items the page has
 * @param scannedCount how many items were evaluated
 * @param lastEvaluatedKey where the next page begins
 * @param consumedCapacity what the page consumed, if asked for
 * @param <T> what items become
 */
public record PageAnswer<T>(List<T> items, int count, int scannedCount,
		@Nullable Map<String, AttributeValue> lastEvaluatedKey, @Nullable ConsumedCapacity consumedCapacity) {

	/**
	 * Returns the numbers, without items and key.
	 */
	@Override
	public String toString() {
		return "PageAnswer[count=" + this.count + ", scannedCount=" + this.scannedCount + "]";
	}

}
