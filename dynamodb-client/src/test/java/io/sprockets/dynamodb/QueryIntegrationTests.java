package io.sprockets.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.ReturnConsumedCapacity;
import io.sprockets.dynamodb.model.Select;
import io.sprockets.dynamodb.test.OrdersTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static io.sprockets.dynamodb.test.OrdersTable.run;
import static io.sprockets.dynamodb.test.OrdersTable.value;
import static io.sprockets.dynamodb.test.OrdersTable.values;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Query with each of its parameters.
 */
class QueryIntegrationTests {

	private static final OrdersTable table = OrdersTable.create();

	private static final DynamoDbClient client = table.client();

	@AfterAll
	static void close() {
		table.close();
	}

	@BeforeAll
	static void fill() {
		run(client.batchWrite()
			.put(table.name(),
					IntStream.range(0, 30)
						.mapToObj((i) -> Map.of("pk", "a", "sk", i, "size", 100 - i, "status",
								(i % 3 == 0) ? "NEW" : "PAID", "name", "n" + i))
						.toList())
			.put(table.name(), Map.of("pk", "b", "sk", 1))
			.execute());
	}

	@Test
	void allFollowsThePagesInOrder() {
		assertThat(sortKeys(query().limit(4).all())).containsExactlyElementsOf(IntStream.range(0, 30).boxed().toList());
	}

	@Test
	void descendingBeginsAtTheHighestSortKey() {
		assertThat(sortKeys(query().descending().limit(7).all())).startsWith(29, 28).hasSize(30);
		assertThat(sortKeys(query().scanIndexForward(true).all())).startsWith(0, 1);
	}

	@Test
	void keyConditionTakesRangesAndNames() {
		assertThat(sortKeys(client.query(table.name())
			.keyCondition("#p = :p and sk between :from and :to")
			.name("#p", "pk")
			.values(Map.of(":p", "a", ":from", 3, ":to", 5))
			.all())).containsExactly(3, 4, 5);
	}

	@Test
	void filterDropsItemsAfterTheyWereRead() {
		Page<?> page = value(query().filter("#s = :s").name("#s", "status").value(":s", "NEW").result());
		assertThat(page.count()).isEqualTo(10);
		assertThat(page.scannedCount()).isEqualTo(30);
		assertThat(page.items()).hasSize(10);
		assertThat(page.hasNext()).isFalse();
	}

	@Test
	void emptyPagesAreFollowed() {
		assertThat(sortKeys(query().filter("#z = :z").name("#z", "size").value(":z", 71).limit(5).all()))
			.containsExactly(29);
	}

	@Test
	void globalIndexIsQueried() {
		assertThat(sortKeys(client.query(table.name())
			.index("byStatus")
			.keyCondition("#s = :s")
			.name("#s", "status")
			.value(":s", "NEW")
			.limit(3)
			.all())).containsExactly(0, 3, 6, 9, 12, 15, 18, 21, 24, 27);
	}

	@Test
	void localIndexIsQueriedInItsOwnOrderConsistently() {
		List<Map<String, Object>> items = values(query().index("bySize").consistentRead().limit(8).all());
		assertThat(items).hasSize(30);
		assertThat(items.get(0)).isEqualTo(Map.of("pk", "a", "sk", 29, "size", 71));
	}

	@Test
	void projectionReadsOnlyWhatItNames() {
		assertThat(values(query().projection("#n").name("#n", "name").select(Select.SPECIFIC_ATTRIBUTES).all()).get(0))
			.isEqualTo(Map.of("name", "n0"));
		assertThat(values(query().index("bySize").select(Select.ALL_ATTRIBUTES).all()).get(0)).containsKey("name");
	}

	@Test
	void countTransfersNoItems() {
		assertThat(value(query().limit(4).count())).isEqualTo(30);
		assertThat(value(query().select(Select.COUNT).result()).items()).isEmpty();
	}

	@Test
	void pagesComeOneByOneWithKeyAndCapacity() {
		List<Page<Row>> pages = values(
				query().limit(12).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).as(Row.class).pages());
		assertThat(pages).extracting(Page::count).containsExactly(12, 12, 6);
		assertThat(pages.get(0).lastEvaluatedKey())
			.isEqualTo(Map.of("pk", AttributeValue.string("a"), "sk", AttributeValue.number(11)));
		assertThat(pages.get(0).consumedCapacity().capacityUnits()).isPositive();
		assertThat(pages.get(2).hasNext()).isFalse();
		assertThat(pages.get(2).items().get(5)).isEqualTo(new Row("a", 29, "n29"));
	}

	@Test
	void startKeyContinuesAfterAnItem() {
		Page<?> first = value(query().limit(10).result());
		assertThat(sortKeys(query().startKey(first.lastEvaluatedKey()).all())).startsWith(10).hasSize(20);
		assertThat(sortKeys(query().startKey(Map.of("pk", "a", "sk", 27)).all())).containsExactly(28, 29);
	}

	@Test
	void pagesAreFetchedAsDemandArrives() {
		StepVerifier.create(query().limit(10).pages(), 1)
			.expectNextCount(1)
			.thenRequest(1)
			.expectNextCount(1)
			.thenCancel()
			.verify(OrdersTable.TIMEOUT);
	}

	@Test
	void anEmptyPartitionHasNoItems() {
		assertThat(values(client.query(table.name()).keyCondition("pk = :p").value(":p", "none").all())).isEmpty();
		assertThat(value(client.query(table.name()).keyCondition("pk = :p").value(":p", "none").count())).isZero();
	}

	@Test
	void itemsStayInDynamoDbsTypes() {
		assertThat(values(query().limit(5).asAttributeValues().all()).get(7)).containsEntry("sk",
				AttributeValue.number(7));
	}

	private static QuerySpec<Map<String, Object>> query() {
		return client.query(table.name()).keyCondition("pk = :p").value(":p", "a");
	}

	private static List<Object> sortKeys(Flux<Map<String, Object>> items) {
		return values(items.map((item) -> item.get("sk")));
	}

	record Row(String pk, int sk, String name) {

	}

}
