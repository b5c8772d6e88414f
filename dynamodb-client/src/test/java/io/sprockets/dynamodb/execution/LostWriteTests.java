package io.sprockets.dynamodb.execution;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.sprockets.dynamodb.CallContext;
import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.error.AttemptTimeoutException;
import io.sprockets.dynamodb.error.CallTimeoutException;
import io.sprockets.dynamodb.error.ConditionalCheckFailedException;
import io.sprockets.dynamodb.error.ConnectionClosedException;
import io.sprockets.dynamodb.error.ConnectionFailedException;
import io.sprockets.dynamodb.error.TransactionCanceledException;
import io.sprockets.dynamodb.error.UnknownOutcomeException;
import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.ReturnValue;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class LostWriteTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}"));

	private final DynamoDbClient client = this.server.clientBuilder().attemptTimeout(Duration.ofMillis(300)).build();

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	static List<FaultAnswer> losses() {
		return List.of(FaultAnswer.close(), FaultAnswer.reset(), FaultAnswer.closeWithinBody(), FaultAnswer.silence(),
				FaultAnswer.error(500, "InternalServerError"), FaultAnswer.status(503, ""), FaultAnswer.ok("{"),
				FaultAnswer.status(200, "{}", "x-amz-crc32: 1"));
	}

	@ParameterizedTest
	@MethodSource("losses")
	void storedItemThatIsTheOneWrittenMakesItASuccess(FaultAnswer loss) {
		this.server.script(loss, conditionFailed("""
				{"id":{"S":"1"},"total":{"N":"1.5"},"tags":{"SS":["b","a"]},
				"lines":{"L":[{"M":{"q":{"N":"2"}}}]},"gone":{"NULL":true}}"""));
		StepVerifier.create(conditionalPut()).expectComplete().verify(SOON);
		assertThat(body(0)).doesNotContain("ReturnValuesOnConditionCheckFailure");
		assertThat(body(1)).contains("\"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\"");
	}

	@Test
	void otherStoredItemLeavesTheOutcomeUnknown() {
		this.server.script(FaultAnswer.close(), conditionFailed("{\"id\":{\"S\":\"1\"},\"total\":{\"N\":\"2\"}}"));
		StepVerifier.create(conditionalPut())
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(UnknownOutcomeException.class)
				.hasCauseInstanceOf(ConditionalCheckFailedException.class)
				.hasMessageContaining("not known whether the write was done")
				.hasMessageContaining("operation PutItem")
				.hasMessageContaining("table orders")
				.hasMessageContaining("attempts 2")
				.satisfies((unknown) -> assertThat(unknown.getSuppressed())
					.hasOnlyElementsOfType(ConnectionClosedException.class)))
			.verify(SOON);
	}

	@Test
	void noStoredItemLeavesTheOutcomeUnknown() {
		this.server.script(FaultAnswer.close(), FaultAnswer.error(400, "ConditionalCheckFailedException"));
		assertUnknown(conditionalPut());
	}

	@Test
	void conditionThatFailsAtOnceIsNothingElse() {
		this.server.script(conditionFailed("{\"id\":{\"S\":\"1\"}}"));
		StepVerifier.create(conditionalPut()).expectError(ConditionalCheckFailedException.class).verify(SOON);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void throttledAttemptIsNotALostOne() {
		this.server.script(FaultAnswer.error(400, "ThrottlingException"), conditionFailed("{\"id\":{\"S\":\"1\"}}"));
		StepVerifier.create(conditionalPut()).expectError(ConditionalCheckFailedException.class).verify(SOON);
	}

	@Test
	void valuesThatAnUpdateSetProveIt() {
		this.server.script(FaultAnswer.close(), conditionFailed("""
				{"id":{"S":"1"},"status":{"S":"PAID"},"version":{"N":"2"},"address":{"M":{"city":{"S":"Ulm"}}}}"""));
		StepVerifier
			.create(this.client.updateItem("orders")
				.key("id", "1")
				.set("status", "PAID")
				.set("version", 2)
				.set("address.city", "Ulm")
				.remove("note")
				.condition("version = :one")
				.value(":one", 1)
				.returning(ReturnValue.ALL_NEW)
				.one())
			.assertNext((item) -> assertThat(item).containsEntry("version", 2).containsEntry("status", "PAID"))
			.expectComplete()
			.verify(SOON);
	}

	@Test
	void valuesOfAnotherUpdateDoNot() {
		this.server.script(FaultAnswer.close(),
				conditionFailed("{\"id\":{\"S\":\"1\"},\"status\":{\"S\":\"SHIPPED\"}}"));
		assertUnknown(this.client.updateItem("orders")
			.key("id", "1")
			.set("status", "PAID")
			.condition("attribute_exists(id)")
			.execute());
	}

	@Test
	void attributeThatWasToBeRemovedDoesNot() {
		this.server.script(FaultAnswer.close(),
				conditionFailed("{\"id\":{\"S\":\"1\"},\"status\":{\"S\":\"PAID\"},\"note\":{\"S\":\"x\"}}"));
		assertUnknown(this.client.updateItem("orders")
			.key("id", "1")
			.set("status", "PAID")
			.remove("note")
			.condition("attribute_exists(id)")
			.execute());
	}

	@Test
	void oldAttributesCannotBeGivenAnyMore() {
		this.server.script(FaultAnswer.close(), conditionFailed("{\"id\":{\"S\":\"1\"}}"));
		assertUnknown(this.client.putItem("orders")
			.item(Map.of("id", "1"))
			.condition("attribute_exists(id)")
			.returning(ReturnValue.ALL_OLD)
			.one()
			.then());
	}

	@Test
	void additionWhoseAnswersAreAllLostIsUnknown() {
		this.server.script(FaultAnswer.silence());
		StepVerifier.create(this.client.updateItem("orders").key("id", "1").add("n", 1).execute())
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(UnknownOutcomeException.class)
				.hasCauseInstanceOf(AttemptTimeoutException.class)
				.hasMessageContaining("attempts 4"))
			.verify(SOON);
	}

	@Test
	void lostConditionalDeletionIsUnknown() {
		this.server.script(FaultAnswer.close(), FaultAnswer.error(400, "ConditionalCheckFailedException"));
		assertUnknown(this.client.deleteItem("orders").key("id", "1").condition("attribute_exists(id)").execute());
	}

	@Test
	void additionIsUnknownWhenTheCallRunsOutOfTime() {
		this.server.script(FaultAnswer.silence());
		StepVerifier
			.create(this.client.updateItem("orders")
				.key("id", "1")
				.add("n", 1)
				.execute()
				.contextWrite(CallContext.timeout(Duration.ofMillis(100))))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(UnknownOutcomeException.class)
				.hasCauseInstanceOf(CallTimeoutException.class))
			.verify(SOON);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "SET a = a + :v", "SET a = list_append(a, :v)", "ADD a :v", "REMOVE a[0]", "SET a[7] = :v" })
	void expressionThatWouldCountTwiceIsUnknown(String expression) {
		this.server.script(FaultAnswer.close());
		assertUnknown(this.client.updateItem("orders").key("id", "1").update(expression).value(":v", 1).execute());
	}

	@Test
	void writeThatCanBeRepeatedFailsAsItDid() {
		this.server.script(FaultAnswer.close());
		StepVerifier.create(this.client.putItem("orders").item(Map.of("id", "1")).execute())
			.expectError(ConnectionClosedException.class)
			.verify(SOON);
		StepVerifier.create(this.client.updateItem("orders").key("id", "1").set("a", 1).remove("b").execute())
			.expectError(ConnectionClosedException.class)
			.verify(SOON);
	}

	@Test
	void rawAndJsonRequestsAreLookedAtToo() {
		this.server.script(FaultAnswer.close());
		assertUnknown(this.client
			.execute("PutItem",
					Map.of("TableName", "orders", "Item", Map.of("id", Map.of("S", "1")), "ConditionExpression",
							"a = b"))
			.then());
		byte[] update = "{\"TableName\":\"orders\",\"UpdateExpression\":\"ADD n :one\"}".getBytes();
		assertUnknown(this.client.execute("UpdateItem", update).then());
		assertUnknown(
				this.client.execute("ExecuteStatement", Map.of("Statement", "INSERT INTO \"orders\" VALUE {}")).then());
	}

	@Test
	void transactionIsKnownToTheServiceByItsToken() {
		this.server.script(FaultAnswer.close(), FaultAnswer.error(400, "TransactionCanceledException"));
		StepVerifier.create(this.client.execute("TransactWriteItems", Map.of("TransactItems", List.of())))
			.expectError(TransactionCanceledException.class)
			.verify(SOON);
		assertThat(body(0)).contains("\"ClientRequestToken\":\"").isEqualTo(body(1));
		this.server.script(FaultAnswer.close());
		assertUnknown(this.client.execute("TransactWriteItems", Map.of("TransactItems", List.of())).then());
	}

	@Test
	void nothingThatWasNotSentIsUnknown() {
		this.server.close();
		StepVerifier.create(this.client.updateItem("orders").key("id", "1").add("n", 1).execute())
			.expectError(ConnectionFailedException.class)
			.verify(SOON);
	}

	@Test
	void sentOnceIsNotSentAgain() {
		this.server.script(FaultAnswer.close(), FaultAnswer.ok("{}"));
		Mono<Void> addition = this.client.updateItem("orders").key("id", "1").add("n", 1).execute();
		assertUnknown(addition.contextWrite(CallContext.sendOnce()));
		assertThat(this.server.requests()).hasSize(1);
		this.server.script(FaultAnswer.error(400, "ThrottlingException"), FaultAnswer.ok("{}"));
		StepVerifier.create(addition.contextWrite(CallContext.sendOnce())).expectComplete().verify(SOON);
		this.server.script(FaultAnswer.close(), FaultAnswer.ok("{}"));
		StepVerifier.create(this.client.getItem("orders").key("id", "1").one().contextWrite(CallContext.sendOnce()))
			.expectComplete()
			.verify(SOON);
	}

	@Test
	void clientThatSendsOnceDoesNotSendAgain() {
		this.server.script(FaultAnswer.close(), FaultAnswer.ok("{}"));
		try (DynamoDbClient careful = this.server.clientBuilder().retry(null).retryOnceSent(false).build()) {
			StepVerifier.create(careful.putItem("orders").item(Map.of("id", "1")).execute())
				.expectError(ConnectionClosedException.class)
				.verify(SOON);
		}
		assertThat(this.server.requests()).hasSize(1);
	}

	private Mono<Void> conditionalPut() {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("id", "1");
		item.put("total", new BigDecimal("1.50"));
		item.put("tags", Set.of("a", "b"));
		item.put("lines", List.of(Map.of("q", 2)));
		item.put("gone", AttributeValue.ofNull());
		return this.client.putItem("orders").item(item).condition("attribute_not_exists(id)").execute();
	}

	private void assertUnknown(Mono<Void> write) {
		StepVerifier.create(write).expectError(UnknownOutcomeException.class).verify(SOON);
	}

	private String body(int request) {
		return new String(this.server.requests().get(request).body());
	}

	private static FaultAnswer conditionFailed(String item) {
		return FaultAnswer.status(400,
				"{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\",\"Item\":" + item
						+ "}");
	}

}
