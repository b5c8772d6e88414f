package io.sprockets.dynamodb;

import io.sprockets.dynamodb.model.GlobalSecondaryIndex;
import io.sprockets.dynamodb.model.GlobalSecondaryIndexUpdate;

/**
 * UpdateTable: capacity, stream or indexes; the service takes one kind of change at a
 * time. Immutable: every step returns a new spec.
 */
public interface UpdateTableSpec extends TableSpec<UpdateTableSpec> {

	/**
	 * Adds a global secondary index to the table. The key's attributes are defined by
	 * {@link #attribute}.
	 */
	UpdateTableSpec createGlobalSecondaryIndex(GlobalSecondaryIndex index);

	/**
	 * Removes a global secondary index from the table.
	 */
	UpdateTableSpec deleteGlobalSecondaryIndex(String indexName);

	/**
	 * Changes the provisioned capacity of a global secondary index, in units per second.
	 */
	UpdateTableSpec updateGlobalSecondaryIndex(String indexName, long readCapacityUnits, long writeCapacityUnits);

	/**
	 * Adds any change of a global secondary index.
	 */
	UpdateTableSpec globalSecondaryIndexUpdate(GlobalSecondaryIndexUpdate update);

	/**
	 * Switches the stream off.
	 */
	UpdateTableSpec streamOff();

}
