package io.sprockets.dynamodb;

import java.util.Map;

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

/**
 * DeleteItem with each of its parameters.
 */
class DeleteItemIntegrationTests {

	private static final OrdersTable table = OrdersTable.create();

	private static final DynamoDbClient client = table.client();

	@AfterAll
	static void close() {
		table.close();
	}

	@Test
	void itemIsGone() {
		table.put(Map.of("pk", "gone", "sk", 1));
		run(client.deleteItem(table.name()).key("pk", "gone").key("sk", 1).execute());
		assertThat(table.get("gone", 1)).isNull();
	}

	@Test
	void missingItemIsNoError() {
		run(client.deleteItem(table.name()).key(Map.of("pk", "none", "sk", 1)).execute());
	}

	@Test
	void oldItemIsGivenWhereAskedFor() {
		table.put(Map.of("pk", "old", "sk", 1, "name", "tea"));
		assertThat(value(
				client.deleteItem(table.name()).key("pk", "old").key("sk", 1).returning(ReturnValue.ALL_OLD).one()))
			.containsEntry("name", "tea");
	}

	@Test
	void conditionHoldsOrCarriesTheStoredItem() {
		table.put(Map.of("pk", "condition", "sk", 1, "status", "NEW"));
		DeleteItemSpec<?> delete = client.deleteItem(table.name())
			.key("pk", "condition")
			.key("sk", 1)
			.condition("#s = :s")
			.names(Map.of("#s", "status"))
			.returningOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
		assertThat(error(delete.value(":s", "PAID").execute(), ConditionalCheckFailedException.class).item())
			.containsEntry("status", AttributeValue.string("NEW"));
		run(delete.value(":s", "NEW").execute());
		assertThat(table.get("condition", 1)).isNull();
	}

	@Test
	void capacityIsToldWhereAskedFor() {
		table.put(Map.of("pk", "capacity", "sk", 1));
		assertThat(value(client.deleteItem(table.name())
			.key("pk", "capacity")
			.key("sk", 1)
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
			.returnItemCollectionMetrics(ReturnItemCollectionMetrics.SIZE)
			.result()).consumedCapacity().capacityUnits()).isPositive();
	}

}
