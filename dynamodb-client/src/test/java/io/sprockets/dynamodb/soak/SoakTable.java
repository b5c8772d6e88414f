package io.sprockets.dynamodb.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.model.ScalarAttributeType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The table of a soak test, over a client that meets no faults.
 */
final class SoakTable {

	static final int COUNTERS = 8;

	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private static final int TRIES = 400;

	private final DynamoDbClient direct;

	private final String name = "soak-" + UUID.randomUUID();

	SoakTable(DynamoDbClient direct) {
		this.direct = direct;
		direct.createTable(this.name)
			.partitionKey("pk", ScalarAttributeType.S)
			.sortKey("sk", ScalarAttributeType.N)
			.execute()
			.block(TIMEOUT);
	}

	/**
	 * Has the server load its classes, and compile them, before anybody is in a hurry.
	 */
	void warmUp() {
		SoakPartition partition = new SoakPartition("warm-up");
		Flux.range(0, 1_000)
			.flatMap((i) -> this.direct.putItem(this.name)
				.item(SoakItem.of("warm-up", i % SoakPartition.SIZE, 0))
				.execute(), 4)
			.then(Mono.defer(() -> items(partition.pk())))
			.block(TIMEOUT);
	}

	String name() {
		return this.name;
	}

	/**
	 * Returns all items of a partition.
	 */
	Mono<List<Map<String, Object>>> items(String pk) {
		return this.direct.query(this.name)
			.keyCondition("pk = :pk")
			.value(":pk", pk)
			.consistentRead()
			.all()
			.collectList();
	}

	/**
	 * Verifies a partition and deletes it, so that neither table nor memory grow. Waits
	 * for a server that is not there.
	 */
	Mono<Void> verifyAndDelete(SoakPartition partition) {
		Mono<Void> deletion = this.direct.batchWrite().delete(this.name, partition.keys()).execute();
		return patient(items(partition.pk())).doOnNext(partition::verifyAll).then(patient(deletion));
	}

	private static <T> Mono<T> patient(Mono<T> call) {
		return call
			.retryWhen(Retry.fixedDelay(TRIES, Duration.ofMillis(250)).filter(DynamoDbException.class::isInstance));
	}

	/**
	 * Returns the sum of all counters.
	 */
	long counted() {
		return items("counters").block(TIMEOUT)
			.stream()
			.mapToLong((counter) -> ((Number) counter.get("count")).longValue())
			.sum();
	}

}
