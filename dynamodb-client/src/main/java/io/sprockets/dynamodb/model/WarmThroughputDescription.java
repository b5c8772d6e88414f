package io.sprockets.dynamodb.model;

import org.jspecify.annotations.Nullable;

/**
 * What a table or index can serve at once, and the state of a change.
 */
public record WarmThroughputDescription(@Nullable Long readUnitsPerSecond, @Nullable Long writeUnitsPerSecond,
		@Nullable String status) {

}
