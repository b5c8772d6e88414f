package io.sprockets.dynamodb.model;

import org.jspecify.annotations.Nullable;

/**
 * A witness of a global table.
 */
public record GlobalTableWitnessDescription(@Nullable String regionName, @Nullable WitnessStatus witnessStatus) {

}
