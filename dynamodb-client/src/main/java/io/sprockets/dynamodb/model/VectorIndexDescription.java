package io.sprockets.dynamodb.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A vector index as it is.
 */
public record VectorIndexDescription(@Nullable String indexName, @Nullable List<SearchSchemaElement> searchSchema,
		@Nullable Projection projection, @Nullable VectorAttributeDefinition vectorAttribute, @Nullable Long dimensions,
		@Nullable VectorDistanceFunction distanceFunction, @Nullable IndexStatus indexStatus,
		@Nullable Boolean backfilling, @Nullable Long indexSizeBytes, @Nullable Long itemCount,
		@Nullable String indexArn) {

}
