package io.sprockets.dynamodb.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a table is paid for, and since when.
 */
public record BillingModeSummary(@Nullable BillingMode billingMode,
		@Nullable Instant lastUpdateToPayPerRequestDateTime) {

}
