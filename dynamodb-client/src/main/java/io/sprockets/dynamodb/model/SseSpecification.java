package io.sprockets.dynamodb.model;

import org.jspecify.annotations.Nullable;

/**
 * Server-side encryption to be used.
 */
public record SseSpecification(@Nullable Boolean enabled, @Nullable SseType sseType, @Nullable String kmsMasterKeyId) {

}
