package io.sprockets.dynamodb;

import java.util.Map;

import io.sprockets.dynamodb.model.GlobalSecondaryIndex;
import io.sprockets.dynamodb.model.LocalSecondaryIndex;
import io.sprockets.dynamodb.model.Projection;
import io.sprockets.dynamodb.model.ScalarAttributeType;

/**
 * CreateTable. On-demand billing unless capacity is provisioned or a billing mode chosen.
 * Immutable: every step returns a new spec.
 */
public interface CreateTableSpec extends TableSpec<CreateTableSpec> {

	/**
	 * Sets the partition key.
	 */
	CreateTableSpec partitionKey(String name, ScalarAttributeType type);

	/**
	 * Sets the sort key.
	 */
	CreateTableSpec sortKey(String name, ScalarAttributeType type);

	/**
	 * Adds a global secondary index with a partition key. The key's attributes are
	 * defined by {@link #attribute}.
	 */
	CreateTableSpec globalSecondaryIndex(String indexName, String partitionKey, Projection projection);

	/**
	 * Adds a global secondary index with partition and sort key. The key's attributes are
	 * defined by {@link #attribute}.
	 */
	CreateTableSpec globalSecondaryIndex(String indexName, String partitionKey, String sortKey, Projection projection);

	/**
	 * Adds a global secondary index.
	 */
	CreateTableSpec globalSecondaryIndex(GlobalSecondaryIndex index);

	/**
	 * Adds a local secondary index: the table's partition key with another sort key,
	 * which is defined by {@link #attribute}.
	 */
	CreateTableSpec localSecondaryIndex(String indexName, String sortKey, Projection projection);

	/**
	 * Adds a local secondary index.
	 */
	CreateTableSpec localSecondaryIndex(LocalSecondaryIndex index);

	/**
	 * Adds tags.
	 */
	CreateTableSpec tags(Map<String, String> tags);

	/**
	 * Attaches a resource policy.
	 * @param policy the policy as JSON text
	 */
	CreateTableSpec resourcePolicy(String policy);

}
