package io.sprockets.dynamodb.model;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A replica of a global table.
 */
public record ReplicaDescription(@Nullable String regionName, @Nullable ReplicaStatus replicaStatus,
		@Nullable String replicaArn, @Nullable String replicaStatusDescription,
		@Nullable String replicaStatusPercentProgress, @Nullable String kmsMasterKeyId,
		@Nullable ProvisionedThroughputOverride provisionedThroughputOverride,
		@Nullable OnDemandThroughputOverride onDemandThroughputOverride,
		@Nullable WarmThroughputDescription warmThroughput,
		@Nullable List<ReplicaGlobalSecondaryIndexDescription> globalSecondaryIndexes,
		@Nullable Instant replicaInaccessibleDateTime, @Nullable TableClassSummary replicaTableClassSummary,
		@Nullable GlobalTableSettingsReplicationMode globalTableSettingsReplicationMode) {

}
