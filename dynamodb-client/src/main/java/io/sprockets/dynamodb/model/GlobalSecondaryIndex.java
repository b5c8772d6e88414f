package io.sprockets.dynamodb.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A global secondary index to be created.
 */
public record GlobalSecondaryIndex(String indexName, List<KeySchemaElement> keySchema, Projection projection,
		@Nullable ProvisionedThroughput provisionedThroughput, @Nullable OnDemandThroughput onDemandThroughput,
		@Nullable WarmThroughput warmThroughput) {

}
