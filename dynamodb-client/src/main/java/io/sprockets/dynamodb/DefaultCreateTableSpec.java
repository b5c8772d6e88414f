package io.sprockets.dynamodb;

import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.model.AttributeDefinition;
import io.sprockets.dynamodb.model.BillingMode;
import io.sprockets.dynamodb.model.GlobalSecondaryIndex;
import io.sprockets.dynamodb.model.KeySchemaElement;
import io.sprockets.dynamodb.model.KeyType;
import io.sprockets.dynamodb.model.LocalSecondaryIndex;
import io.sprockets.dynamodb.model.Projection;
import io.sprockets.dynamodb.model.ScalarAttributeType;
import io.sprockets.dynamodb.model.Tag;

/**
 * {@link CreateTableSpec} as a request.
 */
final class DefaultCreateTableSpec extends TableRequestSpec<CreateTableSpec> implements CreateTableSpec {

	DefaultCreateTableSpec(ClientOperations client, WireObject request) {
		super("CreateTable", client, request);
	}

	@Override
	CreateTableSpec with(WireObject request) {
		return new DefaultCreateTableSpec(this.client, request);
	}

	@Override
	WireObject complete() {
		boolean billed = this.request.get("BillingMode") != null || this.request.get("ProvisionedThroughput") != null;
		return billed ? this.request : this.request.with("BillingMode", BillingMode.PAY_PER_REQUEST);
	}

	@Override
	public CreateTableSpec partitionKey(String name, ScalarAttributeType type) {
		return key(name, type, KeyType.HASH);
	}

	@Override
	public CreateTableSpec sortKey(String name, ScalarAttributeType type) {
		return key(name, type, KeyType.RANGE);
	}

	@Override
	public CreateTableSpec globalSecondaryIndex(String indexName, String partitionKey, Projection projection) {
		return globalSecondaryIndex(index(indexName, List.of(hash(partitionKey)), projection));
	}

	@Override
	public CreateTableSpec globalSecondaryIndex(String indexName, String partitionKey, String sortKey,
			Projection projection) {
		return globalSecondaryIndex(index(indexName, List.of(hash(partitionKey), range(sortKey)), projection));
	}

	@Override
	public CreateTableSpec globalSecondaryIndex(GlobalSecondaryIndex index) {
		return plus("GlobalSecondaryIndexes", index);
	}

	@Override
	public CreateTableSpec localSecondaryIndex(String indexName, String sortKey, Projection projection) {
		if (!(this.request.get("KeySchema") instanceof List<?> schema) || schema.isEmpty()
				|| !(schema.get(0) instanceof KeySchemaElement partitionKey)) {
			throw new IllegalStateException(
					"Set the table's partition key before its local secondary index " + indexName);
		}
		return localSecondaryIndex(
				new LocalSecondaryIndex(indexName, List.of(partitionKey, range(sortKey)), projection));
	}

	@Override
	public CreateTableSpec localSecondaryIndex(LocalSecondaryIndex index) {
		return plus("LocalSecondaryIndexes", index);
	}

	@Override
	public CreateTableSpec tags(Map<String, String> tags) {
		return with("Tags", tags.entrySet().stream().map((tag) -> new Tag(tag.getKey(), tag.getValue())).toList());
	}

	@Override
	public CreateTableSpec resourcePolicy(String policy) {
		return with("ResourcePolicy", policy);
	}

	private CreateTableSpec key(String name, ScalarAttributeType type, KeyType keyType) {
		return with(this.request
			.with("AttributeDefinitions",
					added(this.request.get("AttributeDefinitions"), new AttributeDefinition(name, type)))
			.with("KeySchema", added(this.request.get("KeySchema"), new KeySchemaElement(name, keyType))));
	}

	private static GlobalSecondaryIndex index(String name, List<KeySchemaElement> schema, Projection projection) {
		return new GlobalSecondaryIndex(name, schema, projection, null, null, null);
	}

	private static KeySchemaElement hash(String name) {
		return new KeySchemaElement(name, KeyType.HASH);
	}

	private static KeySchemaElement range(String name) {
		return new KeySchemaElement(name, KeyType.RANGE);
	}

}
