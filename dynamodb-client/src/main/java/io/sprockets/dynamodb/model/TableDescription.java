package io.sprockets.dynamodb.model;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A table as it is.
 */
public record TableDescription(@Nullable List<AttributeDefinition> attributeDefinitions, @Nullable String tableName,
		@Nullable List<KeySchemaElement> keySchema, @Nullable TableStatus tableStatus,
		@Nullable Instant creationDateTime, @Nullable ProvisionedThroughputDescription provisionedThroughput,
		@Nullable Long tableSizeBytes, @Nullable Long itemCount, @Nullable String tableArn, @Nullable String tableId,
		@Nullable BillingModeSummary billingModeSummary,
		@Nullable List<LocalSecondaryIndexDescription> localSecondaryIndexes,
		@Nullable List<GlobalSecondaryIndexDescription> globalSecondaryIndexes,
		@Nullable StreamSpecification streamSpecification, @Nullable String latestStreamLabel,
		@Nullable String latestStreamArn, @Nullable String globalTableVersion,
		@Nullable List<ReplicaDescription> replicas, @Nullable List<GlobalTableWitnessDescription> globalTableWitnesses,
		@Nullable GlobalTableSettingsReplicationMode globalTableSettingsReplicationMode,
		@Nullable RestoreSummary restoreSummary, @Nullable SseDescription sseDescription,
		@Nullable ArchivalSummary archivalSummary, @Nullable TableClassSummary tableClassSummary,
		@Nullable Boolean deletionProtectionEnabled, @Nullable Boolean disassociationProtectionEnabled,
		@Nullable OnDemandThroughput onDemandThroughput, @Nullable WarmThroughputDescription warmThroughput,
		@Nullable MultiRegionConsistency multiRegionConsistency, @Nullable List<VectorIndexDescription> vectorIndexes) {

}
