package io.sprockets.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.ReturnConsumedCapacity;
import io.sprockets.dynamodb.model.ReturnItemCollectionMetrics;
import io.sprockets.dynamodb.test.OrdersTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static io.sprockets.dynamodb.test.OrdersTable.run;
import static io.sprockets.dynamodb.test.OrdersTable.value;
import static io.sprockets.dynamodb.test.OrdersTable.values;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * BatchGetItem and BatchWriteItem, beyond the service's limits of one request.
 */
class BatchIntegrationTests {

	private static final OrdersTable table = OrdersTable.create();

	private static final DynamoDbClient client = table.client();

	@AfterAll
	static void close() {
		table.close();
	}

	private static final OrdersTable other = OrdersTable.create();

	@AfterAll
	static void closeOther() {
		other.close();
	}

	@Test
	void anyNumberOfItemsIsWrittenReadAndRemoved() {
		run(client.batchWrite().put(table.name(), items("many", 130)).put(other.name(), items("many", 40)).execute());
		assertThat(values(client.batchGet()
			.keys(table.name(), keys("many", 130))
			.keys(other.name(), keys("many", 120))
			.as(Row.class)
			.all())).hasSize(170);
		run(client.batchWrite().delete(table.name(), keys("many", 130)).put(table.name(), items("kept", 1)).execute());
		assertThat(values(client.batchGet().keys(table.name(), keys("many", 130)).all())).isEmpty();
		assertThat(table.get("kept", 0)).isNotNull();
	}

	@Test
	void resultIsSplitByTableAndTellsCapacity() {
		BatchWriteItemResult written = value(client.batchWrite()
			.put(table.name(), items("split", 30))
			.put(other.name(), Map.of("pk", "split", "sk", 0))
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
			.returnItemCollectionMetrics(ReturnItemCollectionMetrics.SIZE)
			.result());
		assertThat(written.consumedCapacity()).extracting("tableName").contains(table.name(), other.name());
		BatchGetItemResult<Map<String, AttributeValue>> read = value(client.batchGet()
			.keys(table.name(), keys("split", 30))
			.key(other.name(), Map.of("pk", "split", "sk", 0))
			.consistentRead(table.name())
			.projection(table.name(), "#s")
			.name(table.name(), "#s", "sk")
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
			.asAttributeValues()
			.result());
		assertThat(read.items().get(table.name())).hasSize(30)
			.allSatisfy((item) -> assertThat(item).containsOnlyKeys("sk"));
		assertThat(read.items().get(other.name()))
			.containsExactly(Map.of("pk", AttributeValue.string("split"), "sk", AttributeValue.number(0)));
		assertThat(read.consumedCapacity()).hasSize(2);
	}

	@Test
	void aSingleKeyIsRemoved() {
		table.put(Map.of("pk", "single", "sk", 1));
		run(client.batchWrite().delete(table.name(), Map.of("pk", "single", "sk", 1)).execute());
		assertThat(table.get("single", 1)).isNull();
	}

	@Test
	void recordsAreWritten() {
		run(client.batchWrite().put(table.name(), new Row("record", 1)).execute());
		assertThat(table.get("record", 1)).isEqualTo(Map.of("pk", "record", "sk", 1));
	}

	@Test
	void nothingToDoIsNoError() {
		run(client.batchWrite().execute());
		assertThat(value(client.batchGet().result()).items()).isEmpty();
	}

	private static List<Map<String, Object>> items(String pk, int count) {
		return keys(pk, count);
	}

	private static List<Map<String, Object>> keys(String pk, int count) {
		return IntStream.range(0, count).mapToObj((i) -> Map.<String, Object>of("pk", pk, "sk", i)).toList();
	}

	record Row(String pk, int sk) {

	}

}
