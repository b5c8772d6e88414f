package io.sprockets.dynamodb.model;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What an operation consumed, in capacity units; the parts only with
 * {@link ReturnConsumedCapacity#INDEXES}.
 */
public record ConsumedCapacity(@Nullable String tableName, @Nullable Double capacityUnits,
		@Nullable Double readCapacityUnits, @Nullable Double writeCapacityUnits, @Nullable Capacity table,
		@Nullable Map<String, Capacity> localSecondaryIndexes, @Nullable Map<String, Capacity> globalSecondaryIndexes,
		@Nullable Map<String, VectorCapacity> vectorIndexes) {

}
