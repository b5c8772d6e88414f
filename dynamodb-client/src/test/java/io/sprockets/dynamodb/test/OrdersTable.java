package io.sprockets.dynamodb.test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.model.Projection;
import io.sprockets.dynamodb.model.ScalarAttributeType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/**
 * A table of its own for a test class: partition key {@code pk}, sort key {@code sk}, a
 * global index {@code byStatus} and a local one {@code bySize}.
 */
public final class OrdersTable {

	public static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final DynamoDbClient client = TestDynamoDb.clientBuilder().build();

	private final String name = TestDynamoDb.tableName("orders");

	private OrdersTable() {
	}

	public static OrdersTable create() {
		OrdersTable table = new OrdersTable();
		run(table.client.createTable(table.name)
			.partitionKey("pk", ScalarAttributeType.S)
			.sortKey("sk", ScalarAttributeType.N)
			.attribute("status", ScalarAttributeType.S)
			.attribute("size", ScalarAttributeType.N)
			.globalSecondaryIndex("byStatus", "status", "sk", Projection.all())
			.localSecondaryIndex("bySize", "size", Projection.keysOnly())
			.execute());
		return table;
	}

	public DynamoDbClient client() {
		return this.client;
	}

	public String name() {
		return this.name;
	}

	/**
	 * Stores an item.
	 */
	public void put(Map<String, ?> item) {
		run(this.client.putItem(this.name).item(item).execute());
	}

	/**
	 * Reads an item, {@code null} if there is none.
	 */
	public Map<String, Object> get(String pk, int sk) {
		return value(this.client.getItem(this.name).key("pk", pk).key("sk", sk).consistentRead().one());
	}

	public void close() {
		run(this.client.deleteTable(this.name));
		this.client.close();
	}

	/**
	 * Runs to the end.
	 */
	public static void run(Mono<?> call) {
		StepVerifier.create(call.then()).expectComplete().verify(TIMEOUT);
	}

	/**
	 * Returns the value, {@code null} if there is none.
	 */
	public static <T> T value(Mono<T> call) {
		return call.block(TIMEOUT);
	}

	/**
	 * Returns the values.
	 */
	public static <T> List<T> values(Flux<T> call) {
		return call.collectList().block(TIMEOUT);
	}

	/**
	 * Returns the error.
	 */
	public static <E extends Throwable> E error(Mono<?> call, Class<E> type) {
		Throwable[] failure = new Throwable[1];
		StepVerifier.create(call.then()).consumeErrorWith((error) -> failure[0] = error).verify(TIMEOUT);
		return type.cast(failure[0]);
	}

}
