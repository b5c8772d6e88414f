package io.sprockets.dynamodb.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A global secondary index as it is.
 */
public record GlobalSecondaryIndexDescription(@Nullable String indexName, @Nullable List<KeySchemaElement> keySchema,
		@Nullable Projection projection, @Nullable IndexStatus indexStatus, @Nullable Boolean backfilling,
		@Nullable ProvisionedThroughputDescription provisionedThroughput, @Nullable Long indexSizeBytes,
		@Nullable Long itemCount, @Nullable String indexArn, @Nullable OnDemandThroughput onDemandThroughput,
		@Nullable WarmThroughputDescription warmThroughput) {

}
