package io.sprockets.dynamodb;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.error.ResourceInUseException;
import io.sprockets.dynamodb.error.ResourceNotFoundException;
import io.sprockets.dynamodb.model.AttributeDefinition;
import io.sprockets.dynamodb.model.BillingMode;
import io.sprockets.dynamodb.model.GlobalSecondaryIndex;
import io.sprockets.dynamodb.model.GlobalSecondaryIndexDescription;
import io.sprockets.dynamodb.model.IndexStatus;
import io.sprockets.dynamodb.model.KeySchemaElement;
import io.sprockets.dynamodb.model.KeyType;
import io.sprockets.dynamodb.model.LocalSecondaryIndex;
import io.sprockets.dynamodb.model.Projection;
import io.sprockets.dynamodb.model.ProjectionType;
import io.sprockets.dynamodb.model.ProvisionedThroughput;
import io.sprockets.dynamodb.model.ScalarAttributeType;
import io.sprockets.dynamodb.model.StreamSpecification;
import io.sprockets.dynamodb.model.StreamViewType;
import io.sprockets.dynamodb.model.TableClass;
import io.sprockets.dynamodb.model.TableDescription;
import io.sprockets.dynamodb.model.TableStatus;
import io.sprockets.dynamodb.test.TestDynamoDb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import static io.sprockets.dynamodb.test.OrdersTable.TIMEOUT;
import static io.sprockets.dynamodb.test.OrdersTable.error;
import static io.sprockets.dynamodb.test.OrdersTable.run;
import static io.sprockets.dynamodb.test.OrdersTable.value;
import static io.sprockets.dynamodb.test.OrdersTable.values;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * CreateTable, UpdateTable, DeleteTable, DescribeTable and ListTables with their
 * parameters.
 */
class TableIntegrationTests {

	private static final DynamoDbClient client = TestDynamoDb.clientBuilder().build();

	@AfterAll
	static void close() {
		client.close();
	}

	@Test
	void tableIsMadeWithKeysIndexesAndStream() {
		String name = TestDynamoDb.tableName("created");
		TableDescription created = value(client.createTable(name)
			.partitionKey("pk", ScalarAttributeType.S)
			.sortKey("sk", ScalarAttributeType.N)
			.attribute("status", ScalarAttributeType.S)
			.attribute("size", ScalarAttributeType.N)
			.globalSecondaryIndex("byStatus", "status", Projection.keysOnly())
			.globalSecondaryIndex("byStatusAndSize", "status", "size", Projection.include("name"))
			.localSecondaryIndex("bySize", "size", Projection.all())
			.stream(StreamViewType.NEW_AND_OLD_IMAGES)
			.tableClass(TableClass.STANDARD)
			.deletionProtection(false)
			.execute());
		assertThat(created.tableName()).isEqualTo(name);
		assertThat(created.keySchema()).containsExactly(new KeySchemaElement("pk", KeyType.HASH),
				new KeySchemaElement("sk", KeyType.RANGE));
		assertThat(created.attributeDefinitions()).contains(new AttributeDefinition("pk", ScalarAttributeType.S),
				new AttributeDefinition("size", ScalarAttributeType.N));
		TableDescription described = value(client.describeTable(name));
		assertThat(described.tableStatus()).isEqualTo(TableStatus.ACTIVE);
		assertThat(described.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
		assertThat(described.creationDateTime()).isNotNull();
		assertThat(described.tableArn()).contains(name);
		assertThat(described.itemCount()).isZero();
		assertThat(described.globalSecondaryIndexes()).extracting(GlobalSecondaryIndexDescription::indexName)
			.containsExactlyInAnyOrder("byStatus", "byStatusAndSize");
		assertThat(described.localSecondaryIndexes().get(0).projection().projectionType())
			.isEqualTo(ProjectionType.ALL);
		assertThat(described.streamSpecification())
			.isEqualTo(new StreamSpecification(true, StreamViewType.NEW_AND_OLD_IMAGES));
		assertThat(described.latestStreamArn()).contains(name);
	}

	@Test
	void capacityIsProvisionedAndChanged() {
		String name = TestDynamoDb.tableName("provisioned");
		ProvisionedThroughput throughput = new ProvisionedThroughput(2L, 3L);
		run(client.createTable(name)
			.partitionKey("pk", ScalarAttributeType.S)
			.attribute("status", ScalarAttributeType.S)
			.billingMode(BillingMode.PROVISIONED)
			.provisionedThroughput(4, 5)
			.globalSecondaryIndex(new GlobalSecondaryIndex("byStatus",
					List.of(new KeySchemaElement("status", KeyType.HASH)), Projection.all(), throughput, null, null))
			.execute());
		assertThat(value(client.describeTable(name)).provisionedThroughput().readCapacityUnits()).isEqualTo(4);
		run(client.updateTable(name).provisionedThroughput(6, 7).execute());
		assertThat(value(client.describeTable(name)).provisionedThroughput().writeCapacityUnits()).isEqualTo(7);
		run(client.updateTable(name).updateGlobalSecondaryIndex("byStatus", 8, 9).execute());
		if (TestDynamoDb.isDynamoDbLocal()) {
			// Dynoxide takes the change, and describes the index as it was
			assertThat(value(client.describeTable(name)).globalSecondaryIndexes())
				.extracting((index) -> index.provisionedThroughput().readCapacityUnits())
				.containsExactly(8L);
		}
	}

	@Test
	void indexIsAddedAndRemoved() {
		String name = simpleTable();
		run(client.updateTable(name)
			.attribute("status", ScalarAttributeType.S)
			.createGlobalSecondaryIndex(new GlobalSecondaryIndex("byStatus",
					List.of(new KeySchemaElement("status", KeyType.HASH)), Projection.all(), null, null, null))
			.execute());
		awaitIndexes(name, "byStatus");
		run(client.updateTable(name).deleteGlobalSecondaryIndex("byStatus").execute());
		awaitIndexes(name);
	}

	@Test
	void streamIsSwitchedOnAndOff() {
		String name = simpleTable();
		run(client.updateTable(name).stream(StreamViewType.KEYS_ONLY).execute());
		assertThat(value(client.describeTable(name)).streamSpecification().streamViewType())
			.isEqualTo(StreamViewType.KEYS_ONLY);
		run(client.updateTable(name).streamOff().execute());
		StreamSpecification stream = value(client.describeTable(name)).streamSpecification();
		assertThat(stream == null || !stream.streamEnabled()).isTrue();
	}

	@Test
	void localIndexMayBeGivenWhole() {
		String name = TestDynamoDb.tableName("local");
		TableDescription created = value(
				client.createTable(name)
					.partitionKey("pk", ScalarAttributeType.S)
					.sortKey("sk", ScalarAttributeType.S)
					.attribute("at", ScalarAttributeType.B)
					.localSecondaryIndex(new LocalSecondaryIndex("byAt",
							List.of(new KeySchemaElement("pk", KeyType.HASH),
									new KeySchemaElement("at", KeyType.RANGE)),
							Projection.keysOnly()))
					.execute());
		assertThat(created.localSecondaryIndexes()).hasSize(1);
	}

	@Test
	void definitionsOfTheApiReferenceAreTaken() {
		String name = TestDynamoDb.tableName("definition");
		TableDescription created = value(client.createTable(Map.of("TableName", name, "AttributeDefinitions",
				List.of(Map.of("AttributeName", "pk", "AttributeType", "S")), "KeySchema",
				List.of(Map.of("AttributeName", "pk", "KeyType", "HASH")), "ProvisionedThroughput",
				Map.of("ReadCapacityUnits", 1, "WriteCapacityUnits", 1))));
		assertThat(created.tableName()).isEqualTo(name);
		TableDescription updated = value(client.updateTable(Map.of("TableName", name, "ProvisionedThroughput",
				Map.of("ReadCapacityUnits", 2, "WriteCapacityUnits", 2))));
		assertThat(updated.tableName()).isEqualTo(name);
		assertThat(value(client.describeTable(name)).provisionedThroughput().readCapacityUnits()).isEqualTo(2);
	}

	@Test
	void anyMemberIsSetByItsName() {
		String name = TestDynamoDb.tableName("member");
		run(client.createTable(name)
			.partitionKey("pk", ScalarAttributeType.S)
			.member("StreamSpecification", Map.of("StreamEnabled", true, "StreamViewType", "NEW_IMAGE"))
			.execute());
		assertThat(value(client.describeTable(name)).streamSpecification().streamViewType())
			.isEqualTo(StreamViewType.NEW_IMAGE);
	}

	@Test
	void deletedTableIsDescribedOnceMoreAndGone() {
		String name = simpleTable();
		assertThat(value(client.deleteTable(name)).tableName()).isEqualTo(name);
		error(client.describeTable(name), ResourceNotFoundException.class);
		error(client.deleteTable(name), ResourceNotFoundException.class);
	}

	@Test
	void tableOfTheSameNameIsInUse() {
		String name = simpleTable();
		error(client.createTable(name).partitionKey("pk", ScalarAttributeType.S).execute(),
				ResourceInUseException.class);
	}

	@Test
	void namesAreListedOverAllPages() {
		List<String> names = List.of(simpleTable(), simpleTable(), simpleTable());
		assertThat(values(client.listTables().limit(1).all())).containsAll(names);
		assertThat(values(client.listTables().limit(2).pages()).get(0).tableNames()).hasSize(2);
		assertThat(values(client.listTables().startTableName("zzzzzz").all())).isEmpty();
		StepVerifier.create(client.listTables().limit(1).all(), 2).expectNextCount(2).thenCancel().verify(TIMEOUT);
	}

	private static String simpleTable() {
		String name = TestDynamoDb.tableName("simple");
		run(client.createTable(name).partitionKey("pk", ScalarAttributeType.S).execute());
		return name;
	}

	/**
	 * Waits until the table is active with just these indexes.
	 */
	private static void awaitIndexes(String tableName, String... indexes) {
		StepVerifier
			.create(client.describeTable(tableName)
				.filter((table) -> table.tableStatus() == TableStatus.ACTIVE && names(table).equals(List.of(indexes)))
				.repeatWhenEmpty((rounds) -> rounds.delayElements(Duration.ofMillis(50))))
			.expectNextCount(1)
			.expectComplete()
			.verify(TIMEOUT);
	}

	/**
	 * Returns the indexes' names, with their status where that is not active.
	 */
	private static List<String> names(TableDescription table) {
		List<GlobalSecondaryIndexDescription> indexes = table.globalSecondaryIndexes();
		return (indexes == null) ? List.of()
				: indexes.stream()
					.map((index) -> (index.indexStatus() == IndexStatus.ACTIVE) ? index.indexName()
							: index.indexName() + " " + index.indexStatus())
					.toList();
	}

}
