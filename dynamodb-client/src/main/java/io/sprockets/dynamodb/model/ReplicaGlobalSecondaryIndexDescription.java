package io.sprockets.dynamodb.model;

import org.jspecify.annotations.Nullable;

/**
 * A replica's global secondary index.
 */
public record ReplicaGlobalSecondaryIndexDescription(@Nullable String indexName,
		@Nullable ProvisionedThroughputOverride provisionedThroughputOverride,
		@Nullable OnDemandThroughputOverride onDemandThroughputOverride,
		@Nullable WarmThroughputDescription warmThroughput) {

}
