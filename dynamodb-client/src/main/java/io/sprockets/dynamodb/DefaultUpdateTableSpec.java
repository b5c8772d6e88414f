package io.sprockets.dynamodb;

import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.model.DeleteGlobalSecondaryIndexAction;
import io.sprockets.dynamodb.model.GlobalSecondaryIndex;
import io.sprockets.dynamodb.model.GlobalSecondaryIndexUpdate;
import io.sprockets.dynamodb.model.ProvisionedThroughput;
import io.sprockets.dynamodb.model.StreamSpecification;
import io.sprockets.dynamodb.model.UpdateGlobalSecondaryIndexAction;

/**
 * {@link UpdateTableSpec} as a request.
 */
final class DefaultUpdateTableSpec extends TableRequestSpec<UpdateTableSpec> implements UpdateTableSpec {

	DefaultUpdateTableSpec(ClientOperations client, WireObject request) {
		super("UpdateTable", client, request);
	}

	@Override
	UpdateTableSpec with(WireObject request) {
		return new DefaultUpdateTableSpec(this.client, request);
	}

	@Override
	public UpdateTableSpec createGlobalSecondaryIndex(GlobalSecondaryIndex index) {
		return globalSecondaryIndexUpdate(new GlobalSecondaryIndexUpdate(null, index, null));
	}

	@Override
	public UpdateTableSpec deleteGlobalSecondaryIndex(String indexName) {
		return globalSecondaryIndexUpdate(
				new GlobalSecondaryIndexUpdate(null, null, new DeleteGlobalSecondaryIndexAction(indexName)));
	}

	@Override
	public UpdateTableSpec updateGlobalSecondaryIndex(String indexName, long readCapacityUnits,
			long writeCapacityUnits) {
		ProvisionedThroughput throughput = new ProvisionedThroughput(readCapacityUnits, writeCapacityUnits);
		return globalSecondaryIndexUpdate(new GlobalSecondaryIndexUpdate(
				new UpdateGlobalSecondaryIndexAction(indexName, throughput, null, null), null, null));
	}

	@Override
	public UpdateTableSpec globalSecondaryIndexUpdate(GlobalSecondaryIndexUpdate update) {
		return plus("GlobalSecondaryIndexUpdates", update);
	}

	@Override
	public UpdateTableSpec streamOff() {
		return with("StreamSpecification", new StreamSpecification(false, null));
	}

}
