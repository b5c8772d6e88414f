package io.sprockets.dynamodb.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Provisioned capacity and its last changes.
 */
public record ProvisionedThroughputDescription(@Nullable Instant lastIncreaseDateTime,
		@Nullable Instant lastDecreaseDateTime, @Nullable Long numberOfDecreasesToday, @Nullable Long readCapacityUnits,
		@Nullable Long writeCapacityUnits) {

}
