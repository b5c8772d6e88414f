package io.sprockets.dynamodb.model;

import org.jspecify.annotations.Nullable;

/**
 * Upper read limit of a replica, in request units per second.
 */
public record OnDemandThroughputOverride(@Nullable Long maxReadRequestUnits) {

}
