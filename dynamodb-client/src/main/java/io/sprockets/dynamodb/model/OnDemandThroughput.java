package io.sprockets.dynamodb.model;

import org.jspecify.annotations.Nullable;

/**
 * Upper limits of an on-demand table or index, in request units per second.
 */
public record OnDemandThroughput(@Nullable Long maxReadRequestUnits, @Nullable Long maxWriteRequestUnits) {

}
