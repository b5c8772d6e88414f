package io.sprockets.dynamodb.model;

import org.jspecify.annotations.Nullable;

/**
 * Read capacity of a replica, in units per second.
 */
public record ProvisionedThroughputOverride(@Nullable Long readCapacityUnits) {

}
