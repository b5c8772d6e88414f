package io.sprockets.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.sprockets.dynamodb.error.ConditionalCheckFailedException;
import io.sprockets.dynamodb.error.ItemConversionException;
import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.ItemCollectionMetrics;
import io.sprockets.dynamodb.model.ReturnConsumedCapacity;
import io.sprockets.dynamodb.model.ReturnItemCollectionMetrics;
import io.sprockets.dynamodb.model.ReturnValue;
import io.sprockets.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import io.sprockets.dynamodb.test.OrdersTable;
import io.sprockets.dynamodb.test.TestDynamoDb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static io.sprockets.dynamodb.test.OrdersTable.error;
import static io.sprockets.dynamodb.test.OrdersTable.run;
import static io.sprockets.dynamodb.test.OrdersTable.value;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * PutItem with each of its parameters.
 */
class PutItemIntegrationTests {

	private static final OrdersTable table = OrdersTable.create();

	private static final DynamoDbClient client = table.client();

	@AfterAll
	static void close() {
		table.close();
	}

	@Test
	void itemsAreMapsRecordsBeansOrAttributeValues() {
		run(client.putItem(table.name()).item(Map.of("pk", "map", "sk", 1)).execute());
		run(client.putItem(table.name()).item(new Article("record", 1, "tea", Set.of())).execute());
		run(client.putItem(table.name())
			.item(Map.of("pk", AttributeValue.string("values"), "sk", AttributeValue.number(1)))
			.execute());
		Bean bean = new Bean();
		bean.setPk("bean");
		bean.setSk(1);
		run(client.putItem(table.name()).item(bean).execute());
		assertThat(table.get("map", 1)).isEqualTo(Map.of("pk", "map", "sk", 1));
		assertThat(table.get("record", 1)).isEqualTo(Map.of("pk", "record", "sk", 1, "name", "tea"));
		assertThat(table.get("values", 1)).isEqualTo(Map.of("pk", "values", "sk", 1));
		assertThat(table.get("bean", 1)).isEqualTo(Map.of("pk", "bean", "sk", 1));
	}

	@Test
	void emptyTextAndBinaryAndNullAreKept() {
		Map<String, Object> item = new LinkedHashMap<>(
				Map.of("pk", "empty", "sk", 1, "text", "", "binary", new byte[0]));
		item.put("nothing", null);
		run(client.putItem(table.name()).item(item).execute());
		assertThat(table.get("empty", 1)).containsEntry("text", "")
			.containsEntry("binary", new byte[0])
			.containsEntry("nothing", null);
	}

	@Test
	void oldItemIsGivenWhereAskedFor() {
		table.put(Map.of("pk", "old", "sk", 1, "name", "before"));
		assertThat(value(client.putItem(table.name())
			.item(Map.of("pk", "old", "sk", 1, "name", "after"))
			.returning(ReturnValue.ALL_OLD)
			.as(Article.class)
			.one())).isEqualTo(new Article("old", 1, "before", Set.of()));
	}

	@Test
	void nothingIsGivenWhereNotAskedFor() {
		table.put(Map.of("pk", "quiet", "sk", 1));
		assertThat(value(client.putItem(table.name()).item(Map.of("pk", "quiet", "sk", 1)).one())).isNull();
	}

	@Test
	void conditionUsesNamesAndValues() {
		table.put(Map.of("pk", "condition", "sk", 1, "status", "NEW"));
		PutItemSpec<Map<String, Object>> put = client.putItem(table.name())
			.item(Map.of("pk", "condition", "sk", 1, "status", "PAID"))
			.condition("#s = :expected")
			.name("#s", "status");
		error(put.value(":expected", "SHIPPED").execute(), ConditionalCheckFailedException.class);
		assertThat(table.get("condition", 1)).containsEntry("status", "NEW");
		run(put.values(Map.of(":expected", "NEW")).execute());
		assertThat(table.get("condition", 1)).containsEntry("status", "PAID");
	}

	@Test
	void failedConditionCarriesTheStoredItemWhereAskedFor() {
		table.put(Map.of("pk", "failed", "sk", 1, "name", "stored"));
		PutItemSpec<?> put = client.putItem(table.name())
			.item(Map.of("pk", "failed", "sk", 1))
			.condition("attribute_not_exists(pk)");
		assertThat(error(put.execute(), ConditionalCheckFailedException.class).item()).isEmpty();
		assertThat(error(put.returningOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD).execute(),
				ConditionalCheckFailedException.class)
			.item()).containsEntry("name", AttributeValue.string("stored"));
	}

	@Test
	void capacityAndCollectionSizeAreToldWhereAskedFor() {
		ItemResult<?> result = value(client.putItem(table.name())
			.item(Map.of("pk", "metrics", "sk", 1, "size", 2))
			.returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
			.returnItemCollectionMetrics(ReturnItemCollectionMetrics.SIZE)
			.result());
		assertThat(result.consumedCapacity().capacityUnits()).isPositive();
		assertThat(result.consumedCapacity().localSecondaryIndexes()).containsKey("bySize");
		ItemCollectionMetrics metrics = result.itemCollectionMetrics();
		assertThat(metrics != null).as("DynamoDB Local does not tell it").isEqualTo(!TestDynamoDb.isDynamoDbLocal());
		if (metrics != null) {
			assertThat(metrics.itemCollectionKey()).containsEntry("pk", AttributeValue.string("metrics"));
			assertThat(metrics.sizeEstimateRangeGB()).hasSize(2);
		}
	}

	@Test
	void whatDynamoDbCannotStoreIsRefusedBeforeSending() {
		ItemConversionException error = error(
				client.putItem("no-such-table").item(Map.of("pk", "a", "lines", Map.of("price", Double.NaN))).execute(),
				ItemConversionException.class);
		assertThat(error.attributePath()).isEqualTo("lines.price");
	}

	record Article(String pk, int sk, String name, Set<String> tags) {

	}

	static class Bean {

		private String pk = "";

		private int sk;

		public String getPk() {
			return this.pk;
		}

		public void setPk(String pk) {
			this.pk = pk;
		}

		public int getSk() {
			return this.sk;
		}

		public void setSk(int sk) {
			this.sk = sk;
		}

	}

}
