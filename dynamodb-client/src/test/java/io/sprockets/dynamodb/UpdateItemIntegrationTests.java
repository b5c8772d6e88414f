package io.sprockets.dynamodb;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.sprockets.dynamodb.error.ConditionalCheckFailedException;
import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.ReturnConsumedCapacity;
import io.sprockets.dynamodb.model.ReturnItemCollectionMetrics;
import io.sprockets.dynamodb.model.ReturnValue;
import io.sprockets.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import io.sprockets.dynamodb.test.OrdersTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static io.sprockets.dynamodb.test.OrdersTable.error;
import static io.sprockets.dynamodb.test.OrdersTable.run;
import static io.sprockets.dynamodb.test.OrdersTable.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * UpdateItem with each of its steps and parameters.
 */
class UpdateItemIntegrationTests {

	private static final OrdersTable table = OrdersTable.create();

	private static final DynamoDbClient client = table.client();

	@AfterAll
	static void close() {
		table.close();
	}

	@Test
	void eachStepDoesWhatItSays() {
		table.put(Map.of("pk", "steps", "sk", 1, "name", "old", "kept", "stays", "count", 1, "gone", "x", "tags",
				Set.of("a", "b"), "log", List.of("made")));
		Map<String, Object> item = value(update("steps").set("name", "new")
			.setIfAbsent("kept", "never")
			.setIfAbsent("first", 7)
			.add("count", new BigDecimal("1.5"))
			.add("numbers", Set.of(1))
			.remove("gone")
			.delete("tags", Set.of("a"))
			.append("log", List.of("changed"))
			.append("fresh", List.of(1))
			.returning(ReturnValue.ALL_NEW)
			.one());
		assertThat(item).containsEntry("name", "new")
			.containsEntry("kept", "stays")
			.containsEntry("first", 7)
			.containsEntry("count", new BigDecimal("2.5"))
			.containsEntry("numbers", Set.of(1))
			.doesNotContainKey("gone")
			.containsEntry("tags", Set.of("b"))
			.containsEntry("log", List.of("made", "changed"))
			.containsEntry("fresh", List.of(1));
	}

	@Test
	void pathsReachIntoDocuments() {
		table.put(Map.of("pk", "paths", "sk", 1, "address", Map.of("city", "Bonn"), "lines",
				List.of(Map.of("quantity", 1), "second", "third")));
		Map<String, Object> item = value(update("paths").set("address.city", "Köln")
			.set("lines[0].quantity", 2)
			.remove("lines[1]")
			.returning(ReturnValue.ALL_NEW)
			.one());
		assertThat(item).containsEntry("address", Map.of("city", "Köln"))
			.containsEntry("lines", List.of(Map.of("quantity", 2), "third"));
	}

	@Test
	void reservedWordsNeedNoPlaceholder() {
		assertThat(value(update("reserved").set("status", "NEW")
			.set("size", 1)
			.set("name", "x")
			.returning(ReturnValue.ALL_NEW)
			.one())).containsEntry("status", "NEW");
	}

	@Test
	void emptySetRemovesTheAttributeAndNullIsStored() {
		table.put(Map.of("pk", "unset", "sk", 1, "tags", Set.of("a"), "note", "x"));
		Map<String, Object> item = value(
				update("unset").set("tags", Set.of()).set("note", null).returning(ReturnValue.ALL_NEW).one());
		assertThat(item).doesNotContainKey("tags").containsEntry("note", null);
	}

	@Test
	void valuesMayBeRecords() {
		assertThat(value(
				update("record").set("address", new Address("Bonn", null)).returning(ReturnValue.UPDATED_NEW).one()))
			.isEqualTo(Map.of("address", Map.of("city", "Bonn")));
	}

	@Test
	void expressionMayBeText() {
		table.put(Map.of("pk", "text", "sk", 1, "count", 1));
		run(update("text").update("SET #c = #c + :n").name("#c", "count").value(":n", 4).execute());
		assertThat(table.get("text", 1)).containsEntry("count", 5);
	}

	@Test
	void textAndStepsAreNotMixed() {
		assertThatIllegalStateException().isThrownBy(() -> update("x").set("a", 1).update("SET b = :b"));
		assertThatIllegalStateException().isThrownBy(() -> update("x").update("SET b = :b").set("a", 1));
		assertThatIllegalArgumentException().isThrownBy(() -> update("x").set("a..b", 1)).withMessageContaining("a..b");
	}

	@Test
	void returnValuesAreThoseAskedFor() {
		Map<ReturnValue, Map<String, Object>> expected = new LinkedHashMap<>();
		expected.put(ReturnValue.ALL_OLD, Map.of("pk", "returned", "sk", 1, "n", 0, "other", "x"));
		expected.put(ReturnValue.UPDATED_OLD, Map.of("n", 0));
		expected.put(ReturnValue.ALL_NEW, Map.of("pk", "returned", "sk", 1, "n", 1, "other", "x"));
		expected.put(ReturnValue.UPDATED_NEW, Map.of("n", 1));
		expected.put(ReturnValue.NONE, null);
		expected.forEach((returnValue, attributes) -> {
			table.put(Map.of("pk", "returned", "sk", 1, "n", 0, "other", "x"));
			assertThat(value(update("returned").set("n", 1).returning(returnValue).one())).as(returnValue.name())
				.isEqualTo(attributes);
		});
	}

	@Test
	void conditionHoldsOrCarriesTheStoredItem() {
		table.put(Map.of("pk", "condition", "sk", 1, "revision", 1));
		UpdateItemSpec<?> update = update("condition").add("revision", 1)
			.condition("revision = :expected")
			.value(":expected", 1)
			.returningOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
		run(update.execute());
		assertThat(error(update.execute(), ConditionalCheckFailedException.class).item()).containsEntry("revision",
				AttributeValue.number(2));
	}

	@Test
	void capacityIsToldWhereAskedFor() {
		ItemResult<?> result = value(update("capacity").set("a", 1)
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
			.returnItemCollectionMetrics(ReturnItemCollectionMetrics.SIZE)
			.result());
		assertThat(result.consumedCapacity().capacityUnits()).isPositive();
	}

	private static UpdateItemSpec<Map<String, Object>> update(String pk) {
		return client.updateItem(table.name()).key("pk", pk).key("sk", 1);
	}

	record Address(String city, String street) {

	}

}
