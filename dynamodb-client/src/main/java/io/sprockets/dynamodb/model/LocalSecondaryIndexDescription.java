package io.sprockets.dynamodb.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A local secondary index as it is.
 */
public record LocalSecondaryIndexDescription(@Nullable String indexName, @Nullable List<KeySchemaElement> keySchema,
		@Nullable Projection projection, @Nullable Long indexSizeBytes, @Nullable Long itemCount,
		@Nullable String indexArn) {

}
