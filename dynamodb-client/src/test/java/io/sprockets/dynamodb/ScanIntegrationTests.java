package io.sprockets.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.sprockets.dynamodb.model.ReturnConsumedCapacity;
import io.sprockets.dynamodb.model.Select;
import io.sprockets.dynamodb.test.OrdersTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import static io.sprockets.dynamodb.test.OrdersTable.run;
import static io.sprockets.dynamodb.test.OrdersTable.value;
import static io.sprockets.dynamodb.test.OrdersTable.values;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scan with each of its parameters.
 */
class ScanIntegrationTests {

	private static final OrdersTable table = OrdersTable.create();

	private static final DynamoDbClient client = table.client();

	@AfterAll
	static void close() {
		table.close();
	}

	@BeforeAll
	static void fill() {
		run(client.batchWrite()
			.put(table.name(), IntStream.range(0, 60)
				.mapToObj(
						(i) -> Map.of("pk", "p" + i % 10, "sk", i, "status", (i % 2 == 0) ? "NEW" : "PAID", "size", i))
				.toList())
			.execute());
	}

	@Test
	void allFollowsThePages() {
		assertThat(values(client.scan(table.name()).limit(7).consistentRead().all())).hasSize(60);
	}

	@Test
	void segmentsTogetherAreTheTable() {
		assertThat(values(
				Flux.range(0, 4).flatMap((segment) -> client.scan(table.name()).segment(segment, 4).limit(5).all())))
			.hasSize(60)
			.doesNotHaveDuplicates();
	}

	@Test
	void filterProjectionAndNamesApply() {
		List<Map<String, Object>> items = values(client.scan(table.name())
			.filter("#s = :s")
			.projection("sk, #s")
			.names(Map.of("#s", "status"))
			.value(":s", "NEW")
			.all());
		assertThat(items).hasSize(30).allSatisfy((item) -> assertThat(item).containsOnlyKeys("sk", "status"));
	}

	@Test
	void indexIsScanned() {
		assertThat(values(client.scan(table.name()).index("byStatus").limit(9).all())).hasSize(60);
	}

	@Test
	void countTransfersNoItems() {
		assertThat(value(client.scan(table.name()).limit(13).count())).isEqualTo(60);
		assertThat(value(client.scan(table.name()).select(Select.COUNT).result()).count()).isEqualTo(60);
	}

	@Test
	void pageHasKeyAndCapacityAndIsContinued() {
		Page<Row> page = value(client.scan(table.name())
			.limit(25)
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
			.as(Row.class)
			.result());
		assertThat(page.items()).hasSize(25);
		assertThat(page.consumedCapacity().capacityUnits()).isPositive();
		assertThat(values(client.scan(table.name()).startKey(page.lastEvaluatedKey()).as(Row.class).all())).hasSize(35)
			.doesNotContainAnyElementsOf(page.items());
	}

	record Row(String pk, int sk) {

	}

}
