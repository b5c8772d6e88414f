package io.sprockets.dynamodb;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.sprockets.dynamodb.error.ConditionalCheckFailedException;
import io.sprockets.dynamodb.model.ReturnValue;
import io.sprockets.dynamodb.model.ScalarAttributeType;
import io.sprockets.dynamodb.model.TableStatus;
import io.sprockets.dynamodb.test.TestDynamoDb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The client's main job, from table to page.
 */
class DynamoDbClientIntegrationTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final String TABLE = TestDynamoDb.tableName("smoke");

	private static final DynamoDbClient client = TestDynamoDb.clientBuilder().build();

	@BeforeAll
	static void createTable() {
		StepVerifier
			.create(client.createTable(TABLE)
				.partitionKey("pk", ScalarAttributeType.S)
				.sortKey("sk", ScalarAttributeType.N)
				.execute())
			.assertNext((table) -> assertThat(table.tableName()).isEqualTo(TABLE))
			.expectComplete()
			.verify(TIMEOUT);
	}

	@AfterAll
	static void close() {
		client.close();
	}

	@Test
	void anItemComesBackAsItWasPut() {
		Thing thing = new Thing("a", 1, "grün", Set.of("x"), List.of(1, 2));
		StepVerifier
			.create(client.putItem(TABLE)
				.item(thing)
				.execute()
				.then(client.getItem(TABLE).key("pk", "a").key("sk", 1).consistentRead().as(Thing.class).one()))
			.expectNext(thing)
			.expectComplete()
			.verify(TIMEOUT);
		StepVerifier.create(client.getItem(TABLE).key(Map.of("pk", "a", "sk", 1)).one())
			.assertNext((item) -> assertThat(item).containsEntry("name", "grün").containsEntry("tags", Set.of("x")))
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void aMissingItemIsEmpty() {
		StepVerifier.create(client.getItem(TABLE).key("pk", "none").key("sk", 1).one())
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void updateStepsChangeTheItem() {
		StepVerifier
			.create(client.updateItem(TABLE)
				.key("pk", "u")
				.key("sk", 1)
				.set("status", "NEW")
				.add("revision", 1)
				.setIfAbsent("size", 5)
				.append("log", List.of("made"))
				.returning(ReturnValue.ALL_NEW)
				.one())
			.assertNext((item) -> assertThat(item).containsEntry("status", "NEW")
				.containsEntry("revision", 1)
				.containsEntry("log", List.of("made")))
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void aFailedConditionIsItsOwnError() {
		StepVerifier
			.create(client.putItem(TABLE)
				.item(Map.of("pk", "c", "sk", 1))
				.execute()
				.then(client.putItem(TABLE)
					.item(Map.of("pk", "c", "sk", 1))
					.condition("attribute_not_exists(pk)")
					.execute()))
			.expectError(ConditionalCheckFailedException.class)
			.verify(TIMEOUT);
	}

	@Test
	void aQueryFollowsItsPages() {
		StepVerifier
			.create(client.batchWrite()
				.put(TABLE, IntStream.range(0, 60).mapToObj((i) -> Map.of("pk", "q", "sk", i)).toList())
				.execute()
				.thenMany(client.query(TABLE).keyCondition("pk = :p").value(":p", "q").limit(7).descending().all())
				.map((item) -> item.get("sk"))
				.collectList())
			.assertNext((keys) -> assertThat(keys).hasSize(60).startsWith(59, 58))
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void anyOperationRunsByName() {
		StepVerifier.create(client.execute("DescribeTable", Map.of("TableName", TABLE)))
			.assertNext((answer) -> assertThat(answer.at("/Table/TableStatus").asString()).isEqualTo("ACTIVE"))
			.expectComplete()
			.verify(TIMEOUT);
		StepVerifier.create(client.execute("Nonsense", "{}".getBytes()))
			.assertNext((answer) -> assertThat(answer.status()).isEqualTo(400))
			.expectComplete()
			.verify(TIMEOUT);
		StepVerifier.create(client.describeTable(TABLE))
			.assertNext((table) -> assertThat(table.tableStatus()).isEqualTo(TableStatus.ACTIVE))
			.expectComplete()
			.verify(TIMEOUT);
	}

	record Thing(String pk, int sk, String name, Set<String> tags, List<Integer> numbers) {

	}

}
