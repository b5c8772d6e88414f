package io.sprockets.dynamodb.model;

import org.jspecify.annotations.Nullable;

/**
 * New capacity for a global secondary index.
 */
public record UpdateGlobalSecondaryIndexAction(String indexName, @Nullable ProvisionedThroughput provisionedThroughput,
		@Nullable OnDemandThroughput onDemandThroughput, @Nullable WarmThroughput warmThroughput) {

}
