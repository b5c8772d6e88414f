package io.sprockets.dynamodb.model;

import org.jspecify.annotations.Nullable;

/**
 * What a table or index can serve at once, in units per second.
 */
public record WarmThroughput(@Nullable Long readUnitsPerSecond, @Nullable Long writeUnitsPerSecond) {

}
