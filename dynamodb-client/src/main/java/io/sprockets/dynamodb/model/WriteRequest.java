package io.sprockets.dynamodb.model;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One write of a batch: exactly one component is set.
 *
 * @param item the item to be stored
 * @param key the key of the item to be removed
 */
public record WriteRequest(@Nullable Map<String, AttributeValue> item, @Nullable Map<String, AttributeValue> key) {

	/**
	 * Says which write it is, without what it holds.
	 */
	@Override
	public String toString() {
		return "WriteRequest[" + ((this.item != null) ? "put" : "delete") + "]";
	}

}
