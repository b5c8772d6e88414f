package io.sprockets.dynamodb.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Server-side encryption as it is.
 */
public record SseDescription(@Nullable SseStatus status, @Nullable SseType sseType, @Nullable String kmsMasterKeyArn,
		@Nullable Instant inaccessibleEncryptionDateTime) {

}
