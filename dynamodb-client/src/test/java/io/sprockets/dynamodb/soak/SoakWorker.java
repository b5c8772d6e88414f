package io.sprockets.dynamodb.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

import io.sprockets.dynamodb.DynamoDbClient;
import reactor.core.publisher.Mono;

/**
 * Does one thing after the other in a partition of its own, and notes what it was told.
 */
final class SoakWorker {

	private static final int PAGE = 7;

	private final String name;

	private final DynamoDbClient client;

	private final SoakTable table;

	private final SoakLedger ledger;

	private final Random random;

	private int generation;

	private SoakPartition partition;

	SoakWorker(int number, DynamoDbClient client, SoakTable table, SoakLedger ledger) {
		this.name = "worker" + number;
		this.client = client;
		this.table = table;
		this.ledger = ledger;
		this.random = new Random(number);
		this.partition = new SoakPartition(this.name + "-0");
	}

	/**
	 * Returns the partition that is not verified yet.
	 */
	SoakPartition partition() {
		return this.partition;
	}

	/**
	 * Does the next thing. What fails with a documented error is noted, and no error
	 * here.
	 */
	Mono<Void> step() {
		return switch (this.random.nextInt(10)) {
			case 0 -> put();
			case 1 -> putUnderCondition();
			case 2, 3 -> update();
			case 4 -> get(any());
			case 5 -> query();
			case 6 -> batchWrite();
			case 7 -> batchGet();
			case 8 -> count();
			default -> cancelledGet();
		};
	}

	private Mono<Void> put() {
		return withRoom(1, (keys) -> {
			int sk = keys.get(0);
			Map<String, Object> item = item(sk, this.partition.trying(sk));
			return this.ledger.write("PutItem", this.client.putItem(this.table.name()).item(item).execute(),
					() -> this.partition.acknowledge(sk, 0));
		});
	}

	private Mono<Void> putUnderCondition() {
		return withRoom(1, (keys) -> {
			int sk = keys.get(0);
			this.partition.changeable(sk);
			Map<String, Object> item = item(sk, this.partition.trying(sk));
			return this.ledger.write("PutItem",
					this.client.putItem(this.table.name()).item(item).condition("attribute_not_exists(pk)").execute(),
					() -> this.partition.acknowledge(sk, 0));
		});
	}

	private Mono<Void> update() {
		int sk = any();
		if (sk < 0 || !this.partition.isChangeable(sk)) {
			return putUnderCondition();
		}
		int version = this.partition.trying(sk);
		String pk = this.partition.pk();
		return this.ledger.write("UpdateItem",
				this.client.updateItem(this.table.name())
					.key("pk", pk)
					.key("sk", sk)
					.set("version", version)
					.set("text", SoakItem.text(pk, sk, version))
					.set("more", SoakItem.more(pk, sk, version))
					.condition("attribute_not_exists(version) or version < :mine")
					.value(":mine", version)
					.execute(),
				() -> this.partition.acknowledge(sk, version));
	}

	private Mono<Void> get(int sk) {
		if (sk < 0) {
			return put();
		}
		return this.ledger.read("GetItem",
				this.client.getItem(this.table.name())
					.key("pk", this.partition.pk())
					.key("sk", sk)
					.consistentRead()
					.one()
					.map(List::of)
					.defaultIfEmpty(List.of()),
				(found) -> this.partition.verify(sk, found.isEmpty() ? null : found.get(0)));
	}

	private Mono<Void> cancelledGet() {
		return get(any()).timeout(Duration.ofMillis(this.random.nextInt(30)),
				Mono.fromRunnable(this.ledger::cancelled));
	}

	private Mono<Void> query() {
		return this.ledger.read("Query",
				this.client.query(this.table.name())
					.keyCondition("pk = :pk")
					.value(":pk", this.partition.pk())
					.limit(PAGE)
					.consistentRead()
					.all()
					.collectList(),
				this.partition::verifyAll);
	}

	private Mono<Void> batchWrite() {
		return withRoom(1 + this.random.nextInt(SoakPartition.SIZE / 2), (keys) -> {
			List<Map<String, Object>> items = keys.stream().map((sk) -> item(sk, this.partition.trying(sk))).toList();
			return this.ledger.write("BatchWriteItem", this.client.batchWrite().put(this.table.name(), items).execute(),
					() -> keys.forEach((sk) -> this.partition.acknowledge(sk, 0)));
		});
	}

	private Mono<Void> batchGet() {
		if (this.partition.used() == 0) {
			return put();
		}
		List<Map<String, Object>> keys = this.partition.keys();
		return this.ledger.read("BatchGetItem", this.client.batchGet()
			.keys(this.table.name(), keys)
			.consistentRead(this.table.name())
			.all()
			.collectSortedList((left, right) -> Integer.compare((Integer) left.get("sk"), (Integer) right.get("sk"))),
				this.partition::verifyAll);
	}

	private Mono<Void> count() {
		int counter = this.random.nextInt(SoakTable.COUNTERS);
		return this.ledger.write("UpdateItem",
				this.client.updateItem(this.table.name())
					.key("pk", "counters")
					.key("sk", counter)
					.add("count", 1)
					.execute(),
				this.ledger::counted);
	}

	private Map<String, Object> item(int sk, int version) {
		return SoakItem.of(this.partition.pk(), sk, version);
	}

	private int any() {
		return (this.partition.used() > 0) ? this.random.nextInt(this.partition.used()) : -1;
	}

	/**
	 * Writes new items; a partition without room for them is verified first, and another
	 * one begun.
	 */
	private Mono<Void> withRoom(int count, Function<List<Integer>, Mono<Void>> write) {
		if (!this.partition.isFull(count)) {
			return write.apply(this.partition.add(count));
		}
		SoakPartition full = this.partition;
		this.partition = new SoakPartition(this.name + "-" + ++this.generation);
		return this.ledger.verifying(this.table.verifyAndDelete(full))
			.then(Mono.defer(() -> write.apply(this.partition.add(count))));
	}

}
