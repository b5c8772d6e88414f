package io.sprockets.dynamodb;

import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.ConsumedCapacity;
import org.jspecify.annotations.Nullable;

/**
 * One page of a query or scan.
 *
 * @param items the items, none with {@code Select.COUNT}
 * @param count how many items the page has after the filter
 * @param scannedCount how many items were evaluated before the filter
 * @param lastEvaluatedKey where the next page begins, {@code null} after the last
 * @param consumedCapacity what the page consumed, if asked for
 * @param <T> what items become
 */
public record Page<T>(List<T> items, int count, int scannedCount,
		@Nullable Map<String, AttributeValue> lastEvaluatedKey, @Nullable ConsumedCapacity consumedCapacity) {

	/**
	 * Says whether there may be a further page.
	 */
	public boolean hasNext() {
		return this.lastEvaluatedKey != null;
	}

	/**
	 * Returns the numbers, without items and key.
	 */
	@Override
	public String toString() {
		return "Page[count=" + this.count + ", scannedCount=" + this.scannedCount + ", hasNext=" + hasNext()
				+ ", consumedCapacity=" + this.consumedCapacity + "]";
	}

}
