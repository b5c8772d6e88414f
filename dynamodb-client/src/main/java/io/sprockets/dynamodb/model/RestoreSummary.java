package io.sprockets.dynamodb.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Where a restored table came from.
 */
public record RestoreSummary(@Nullable String sourceBackupArn, @Nullable String sourceTableArn,
		@Nullable Instant restoreDateTime, @Nullable Boolean restoreInProgress) {

}
