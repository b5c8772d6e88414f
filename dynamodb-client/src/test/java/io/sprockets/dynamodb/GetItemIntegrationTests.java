package io.sprockets.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.sprockets.dynamodb.error.ResourceNotFoundException;
import io.sprockets.dynamodb.error.ValidationException;
import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.ConsumedCapacity;
import io.sprockets.dynamodb.model.ReturnConsumedCapacity;
import io.sprockets.dynamodb.test.OrdersTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;

import static io.sprockets.dynamodb.test.OrdersTable.error;
import static io.sprockets.dynamodb.test.OrdersTable.value;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * GetItem with each of its parameters.
 */
class GetItemIntegrationTests {

	private static final OrdersTable table = OrdersTable.create();

	private static final DynamoDbClient client = table.client();

	@AfterAll
	static void close() {
		table.close();
	}

	@Test
	void itemIsAMapByDefault() {
		table.put(Map.of("pk", "map", "sk", 1, "tags", Set.of("x"), "lines", List.of(1, "two")));
		assertThat(value(client.getItem(table.name()).key("pk", "map").key("sk", 1).one()))
			.isEqualTo(Map.of("pk", "map", "sk", 1, "tags", Set.of("x"), "lines", List.of(1, "two")));
	}

	@Test
	void itemIsARecord() {
		table.put(Map.of("pk", "record", "sk", 1, "name", "tea"));
		assertThat(value(client.getItem(table.name()).key(Map.of("pk", "record", "sk", 1)).as(Named.class).one()))
			.isEqualTo(new Named("record", 1, "tea", Set.of()));
	}

	@Test
	void itemIsOfAGenericType() {
		table.put(Map.of("pk", "generic", "sk", 1));
		Map<String, Object> item = value(client.getItem(table.name())
			.key("pk", "generic")
			.key("sk", 1)
			.as(new ParameterizedTypeReference<Map<String, Object>>() {
			})
			.one());
		assertThat(item).containsEntry("sk", 1);
	}

	@Test
	void itemStaysInDynamoDbsTypes() {
		table.put(Map.of("pk", "raw", "sk", 1));
		assertThat(value(client.getItem(table.name()).key("pk", "raw").key("sk", 1).asAttributeValues().one()))
			.isEqualTo(Map.of("pk", AttributeValue.string("raw"), "sk", AttributeValue.number(1)));
	}

	@Test
	void keyMayBeAttributeValues() {
		table.put(Map.of("pk", "key", "sk", 1));
		assertThat(value(client.getItem(table.name())
			.key(Map.of("pk", AttributeValue.string("key"), "sk", AttributeValue.number(1)))
			.one())).containsEntry("pk", "key");
	}

	@Test
	void missingItemIsEmpty() {
		assertThat(value(client.getItem(table.name()).key("pk", "none").key("sk", 1).one())).isNull();
		assertThat(value(client.getItem(table.name()).key("pk", "none").key("sk", 1).result()).item()).isNull();
	}

	@Test
	void projectionReadsOnlyWhatItNames() {
		table.put(Map.of("pk", "projection", "sk", 1, "name", "tea", "size", 3, "status", "NEW"));
		assertThat(value(client.getItem(table.name())
			.key("pk", "projection")
			.key("sk", 1)
			.projection("#n, #z")
			.name("#n", "name")
			.name("#z", "size")
			.one())).isEqualTo(Map.of("name", "tea", "size", 3));
	}

	@Test
	void consistentReadCostsTwiceAsMuch() {
		table.put(Map.of("pk", "cost", "sk", 1));
		GetItemSpec<?> get = client.getItem(table.name())
			.key("pk", "cost")
			.key("sk", 1)
			.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
		assertThat(value(get.result()).consumedCapacity()).extracting(ConsumedCapacity::capacityUnits).isEqualTo(0.5);
		assertThat(value(get.consistentRead().result()).consumedCapacity()).extracting(ConsumedCapacity::capacityUnits)
			.isEqualTo(1.0);
	}

	@Test
	void capacityIsSplitByIndexesWhereAskedFor() {
		table.put(Map.of("pk", "split", "sk", 1));
		ConsumedCapacity capacity = value(client.getItem(table.name())
			.key("pk", "split")
			.key("sk", 1)
			.returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
			.result()).consumedCapacity();
		assertThat(capacity.tableName()).isEqualTo(table.name());
		assertThat(capacity.table().capacityUnits()).isEqualTo(0.5);
	}

	@Test
	void missingTableIsItsOwnError() {
		ResourceNotFoundException error = error(client.getItem("no-such-table").key("pk", "a").one(),
				ResourceNotFoundException.class);
		assertThat(error.operation()).isEqualTo("GetItem");
		assertThat(error.tableName()).isEqualTo("no-such-table");
		assertThat(error.requestId()).isNotBlank();
		assertThat(error.attempts()).isEqualTo(1);
	}

	@Test
	void wrongKeyIsAValidationError() {
		error(client.getItem(table.name()).key("other", "a").one(), ValidationException.class);
	}

	@Test
	void aSpecIsRunAtEachSubscriptionAndNotBefore() {
		AtomicInteger subscriptions = new AtomicInteger();
		table.put(Map.of("pk", "lazy", "sk", 1, "n", 1));
		Mono<Map<String, Object>> get = client.getItem(table.name())
			.key("pk", "lazy")
			.key("sk", 1)
			.consistentRead()
			.one()
			.doOnSubscribe((subscription) -> subscriptions.incrementAndGet());
		assertThat(subscriptions).hasValue(0);
		assertThat(value(get)).containsEntry("n", 1);
		table.put(Map.of("pk", "lazy", "sk", 1, "n", 2));
		assertThat(value(get)).containsEntry("n", 2);
	}

	@Test
	void stepsLeaveTheSpecTheyComeFromAlone() {
		table.put(Map.of("pk", "shared", "sk", 1, "name", "a"));
		GetItemSpec<Map<String, Object>> get = client.getItem(table.name()).key("pk", "shared").key("sk", 1);
		GetItemSpec<Map<String, Object>> narrow = get.projection("sk");
		assertThat(value(get.one())).hasSize(3);
		assertThat(value(narrow.one())).hasSize(1);
	}

	record Named(String pk, int sk, String name, Set<String> tags) {

	}

}
