package io.sprockets.dynamodb.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Storage class and its last change.
 */
public record TableClassSummary(@Nullable TableClass tableClass, @Nullable Instant lastUpdateDateTime) {

}
