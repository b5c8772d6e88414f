package io.sprockets.dynamodb.model;

import org.jspecify.annotations.Nullable;

/**
 * Consumed capacity of a table or index, in capacity units.
 */
public record Capacity(@Nullable Double readCapacityUnits, @Nullable Double writeCapacityUnits,
		@Nullable Double capacityUnits) {

}
