package io.sprockets.dynamodb.error;

import org.jspecify.annotations.Nullable;

/**
 * Why a request was throttled.
 *
 * @param reason resource type, operation type and limit, for example
 * {@code TableReadProvisionedThroughputExceeded}
 * @param resource the ARN of the table or index
 */
public record ThrottlingReason(@Nullable String reason, @Nullable String resource) {

}
