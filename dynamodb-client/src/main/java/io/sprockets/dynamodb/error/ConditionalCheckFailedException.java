package io.sprockets.dynamodb.error;

import java.util.Map;

import io.sprockets.dynamodb.model.AttributeValue;

/**
 * The condition of a write was not satisfied; nothing was written.
 */
public final class ConditionalCheckFailedException extends DynamoDbServiceException {

	public ConditionalCheckFailedException(ServiceError error) {
		super(error);
	}

	/**
	 * Returns the stored item, if it was asked for with
	 * {@code ReturnValuesOnConditionCheckFailure.ALL_OLD}; empty otherwise, and where
	 * there is no item.
	 */
	public Map<String, AttributeValue> item() {
		return WireItems.item(details().get("Item"));
	}

}
