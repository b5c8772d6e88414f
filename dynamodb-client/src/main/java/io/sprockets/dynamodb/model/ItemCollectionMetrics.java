package io.sprockets.dynamodb.model;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Size of the item collection a write touched, in GB: lower and upper estimate.
 */
public record ItemCollectionMetrics(@Nullable Map<String, AttributeValue> itemCollectionKey,
		@Nullable List<Double> sizeEstimateRangeGB) {

	/**
	 * Returns the size, without the key.
	 */
	@Override
	public String toString() {
		return "ItemCollectionMetrics[sizeEstimateRangeGB=" + this.sizeEstimateRangeGB + "]";
	}

}
