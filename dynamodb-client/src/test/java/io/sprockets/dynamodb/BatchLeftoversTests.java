package io.sprockets.dynamodb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.sprockets.dynamodb.error.UnprocessedItemsException;
import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.WriteRequest;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the service leaves undone is asked for again, and never lost.
 */
class BatchLeftoversTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(40);

	private static final String LEFT_WRITE = """
			{"UnprocessedItems":{"T":[{"PutRequest":{"Item":{"pk":{"S":"a"},"n":{"N":"1.10"}}}},
			 {"DeleteRequest":{"Key":{"pk":{"S":"b"}}}}]}}""";

	@Test
	void leftWritesAreSentAgainAsTheyWere() {
		try (FaultServer server = new FaultServer(FaultAnswer.ok(LEFT_WRITE),
				FaultAnswer.ok("{\"UnprocessedItems\":{}}")); DynamoDbClient client = server.clientBuilder().build()) {
			StepVerifier
				.create(client.batchWrite()
					.put("T", List.of(Map.of("pk", "a", "n", 1), Map.of("pk", "c")))
					.delete("T", Map.of("pk", "b"))
					.execute())
				.expectComplete()
				.verify(TIMEOUT);
			assertThat(server.requests()).hasSize(2);
			JsonNode again = JsonMapper.shared().readTree(server.requests().get(1).body());
			assertThat(again.at("/RequestItems"))
				.isEqualTo(JsonMapper.shared().readTree(LEFT_WRITE).at("/UnprocessedItems"));
		}
	}

	@Test
	void writesThatAreLeftForEverAreInTheError() {
		try (FaultServer server = new FaultServer(FaultAnswer.ok(LEFT_WRITE));
				DynamoDbClient client = server.clientBuilder().build()) {
			List<Throwable> failures = new ArrayList<>();
			StepVerifier.create(
					client.batchWrite().put("T", Map.of("pk", "a", "n", 1)).delete("T", Map.of("pk", "b")).execute())
				.consumeErrorWith(failures::add)
				.verify(TIMEOUT);
			UnprocessedItemsException error = (UnprocessedItemsException) failures.get(0);
			assertThat(error.unprocessed().get("T")).containsExactly(
					new WriteRequest(Map.of("pk", AttributeValue.string("a"), "n", AttributeValue.number("1.10")),
							null),
					new WriteRequest(null, Map.of("pk", AttributeValue.string("b"))));
			assertThat(error).hasMessageContaining("BatchWriteItem").hasMessageContaining("[T]");
			assertThat(server.requests()).hasSize(LeftoverRounds.MAX_IDLE_ROUNDS);
		}
	}

	@Test
	void leftKeysAreAskedForAgain() {
		try (FaultServer server = new FaultServer(
				FaultAnswer.ok("{\"Responses\":{\"T\":[{\"pk\":{\"S\":\"a\"}}]},"
						+ "\"UnprocessedKeys\":{\"U\":{\"Keys\":[{\"pk\":{\"S\":\"b\"}}],\"ConsistentRead\":true}}}"),
				FaultAnswer.ok("{\"Responses\":{\"U\":[{\"pk\":{\"S\":\"b\"}}]},\"UnprocessedKeys\":{}}"));
				DynamoDbClient client = server.clientBuilder().build()) {
			StepVerifier
				.create(client.batchGet()
					.key("T", Map.of("pk", "a"))
					.key("U", Map.of("pk", "b"))
					.consistentRead("U")
					.all()
					.map((item) -> item.get("pk")))
				.expectNext("a", "b")
				.expectComplete()
				.verify(TIMEOUT);
			assertThat(JsonMapper.shared().readTree(server.requests().get(1).body())).isEqualTo(JsonMapper.shared()
				.readTree("{\"RequestItems\":{\"U\":{\"ConsistentRead\":true,\"Keys\":[{\"pk\":{\"S\":\"b\"}}]}}}"));
		}
	}

	@Test
	void aBatchOfSeveralTablesIsObservedAsOne() {
		TestObservationRegistry registry = TestObservationRegistry.create();
		try (FaultServer server = new FaultServer(FaultAnswer.ok("{\"Responses\":{}}"));
				DynamoDbClient client = server.clientBuilder().observationRegistry(registry).build()) {
			StepVerifier.create(client.batchGet().key("T", Map.of("pk", "a")).key("U", Map.of("pk", "b")).all())
				.expectComplete()
				.verify(TIMEOUT);
			TestObservationRegistryAssert.assertThat(registry)
				.hasObservationWithNameEqualTo("dynamodb.client.operations")
				.that()
				.hasLowCardinalityKeyValue("table", "multiple");
		}
	}

}
