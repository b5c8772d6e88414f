package io.sprockets.dynamodb.paging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.Page;
import io.sprockets.dynamodb.PagedSpec;
import io.sprockets.dynamodb.error.ValidationException;
import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.retry.RetrySettings;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import io.sprockets.dynamodb.test.ReceivedRequest;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Queries and scans of tables that chance made and cut into pages, over connections that
 * break: each item comes once, in order, and no page before someone wants of it. The
 * system property {@code fuzz.cases} says how many tables, {@code fuzz.seed} which ones.
 */
class RandomPagesTests {

	private static final long CASES = Long.getLong("fuzz.cases", 200);

	private static final long SEED = Long.getLong("fuzz.seed", 20_261_124L);

	/** How many tables a server has, which keeps all requests. */
	private static final int TABLES = 200;

	private static final int AT_ONCE = 8;

	private static final Duration TIMEOUT = Duration.ofMinutes(3);

	/** More attempts than there are faults in a row, and no end of them. */
	private static final RetrySettings RETRIES = new RetrySettings(4, Duration.ofMillis(1), Duration.ofMillis(1),
			Duration.ofMillis(2), Integer.MAX_VALUE, 0, 0);

	private final Map<String, PagedTable> tables = new ConcurrentHashMap<>();

	private final LongAdder items = new LongAdder();

	private final LongAdder requests = new LongAdder();

	private final LongAdder refused = new LongAdder();

	@Test
	void eachItemComesOnceAndInOrderHoweverPagesAreCut() {
		long begun = System.nanoTime();
		for (long from = 0; from < CASES; from += TABLES) {
			readTables(from, Math.min(CASES, from + TABLES));
		}
		System.out.printf("pages: %,d tables of seed %d, %,d items, %,d requests, %,d refused, %.1f s%n", CASES, SEED,
				this.items.sum(), this.requests.sum(), this.refused.sum(), (System.nanoTime() - begun) / 1e9);
		assertThat(this.items.sum()).isPositive();
		assertThat(this.refused.sum()).isPositive();
	}

	private void readTables(long from, long to) {
		this.tables.clear();
		try (FaultServer server = new FaultServer(FaultAnswer.to(this::answer));
				DynamoDbClient client = server.clientBuilder()
					.retry(RETRIES)
					.attemptTimeout(TIMEOUT)
					.callTimeout(TIMEOUT)
					.build()) {
			connectFirst(client);
			StepVerifier
				.create(Flux.fromStream(() -> LongStream.range(from, to).boxed())
					.flatMap((number) -> read(client, number), AT_ONCE)
					.then())
				.expectComplete()
				.verify(TIMEOUT);
			this.requests.add(server.requests().size());
		}
	}

	/**
	 * Makes the first connection of all here, since Netty reads its native library for it
	 * on whatever thread that is.
	 */
	private void connectFirst(DynamoDbClient client) {
		this.tables.put("first", new PagedTable("first", new Random(SEED)));
		StepVerifier.create(client.scan("first").result().onErrorComplete().then()).expectComplete().verify(TIMEOUT);
	}

	private FaultAnswer answer(ReceivedRequest request) {
		String table = JsonMapper.shared().readTree(request.body()).get("TableName").stringValue();
		return this.tables.get(table).answer(request);
	}

	private Mono<Void> read(DynamoDbClient client, long number) {
		Random random = new Random(SEED + number);
		PagedTable table = new PagedTable("table-" + number, random);
		this.tables.put(table.name(), table);
		return new Reading(table, random, spec(client, table, random)).run()
			.doOnNext((read) -> this.items.add(read.size()))
			.then(Mono.fromRunnable(() -> this.refused.add(table.hasRefused() ? 1 : 0)))
			.onErrorMap((ex) -> new AssertionError(
					"fuzz.seed=" + SEED + ", table " + number + ": " + table.violation() + ", " + ex, ex))
			.then();
	}

	private static PagedSpec<?, Map<String, @Nullable Object>> spec(DynamoDbClient client, PagedTable table,
			Random random) {
		Map<String, Object> start = table.chooseStart();
		int limit = random.nextInt(3) * (1 + random.nextInt(9));
		if (random.nextBoolean()) {
			var query = client.query(table.name()).keyCondition("pk = :pk").value(":pk", table.name());
			query = (limit > 0) ? query.limit(limit) : query;
			return (start != null) ? query.startKey(start) : query;
		}
		var scan = client.scan(table.name()).filter("text <> :t").value(":t", 1);
		scan = (limit > 0) ? scan.limit(limit) : scan;
		return (start != null) ? scan.startKey(start) : scan;
	}

	/**
	 * Reads a table in one of the ways there are, and requires what must come of it.
	 */
	private record Reading(PagedTable table, Random random, PagedSpec<?, Map<String, @Nullable Object>> spec) {

		Mono<List<Map<String, Object>>> run() {
			return switch (this.random.nextInt(8)) {
				case 0 -> count();
				case 1 -> pages();
				case 2 -> results();
				case 3 -> items(operators(this.spec.all()).collectList());
				case 4, 5 -> demanded(Integer.MAX_VALUE);
				default -> demanded(1 + this.random.nextInt(30));
			};
		}

		private Mono<List<Map<String, Object>>> count() {
			return this.spec.count().map((count) -> {
				requireWhole();
				assertThat(count).isEqualTo(this.table.expected().size());
				return List.<Map<String, Object>>of();
			}).onErrorResume(ValidationException.class, (ex) -> refused());
		}

		private Mono<List<Map<String, Object>>> pages() {
			return items(this.spec.pages().collectList().map((pages) -> {
				for (int i = 0; i < pages.size(); i++) {
					assertThat(pages.get(i).hasNext()).isEqualTo(i + 1 < pages.size());
					assertThat(pages.get(i).count()).isEqualTo(pages.get(i).items().size());
				}
				return pages.stream().flatMap((page) -> page.items().stream()).toList();
			}));
		}

		private Mono<List<Map<String, Object>>> results() {
			return items(this.spec.result()
				.expand((page) -> (page.lastEvaluatedKey() != null) ? after(page.lastEvaluatedKey()).result()
						: Mono.empty())
				.concatMapIterable(Page::items)
				.collectList());
		}

		@SuppressWarnings("unchecked")
		private PagedSpec<?, Map<String, @Nullable Object>> after(Map<String, AttributeValue> key) {
			return (PagedSpec<?, Map<String, @Nullable Object>>) this.spec.startKey(key);
		}

		private Flux<Map<String, @Nullable Object>> operators(Flux<Map<String, @Nullable Object>> items) {
			int prefetch = 1 + this.random.nextInt(20);
			return switch (this.random.nextInt(4)) {
				case 0 -> items.limitRate(prefetch);
				case 1 -> items.publishOn(Schedulers.parallel(), prefetch);
				case 2 -> items.concatMap((item) -> Mono.just(item).subscribeOn(Schedulers.parallel()), prefetch);
				default -> items.buffer(prefetch).concatMapIterable((buffer) -> buffer);
			};
		}

		/**
		 * Reads at most as many items, then cancels.
		 */
		private Mono<List<Map<String, Object>>> demanded(int most) {
			RandomDemand<Map<String, @Nullable Object>> demand = new RandomDemand<>(new Random(this.random.nextLong()),
					most);
			this.table.demand(demand::demand);
			this.spec.all().subscribe(demand);
			return demand.received().map((received) -> {
				if (received.size() == most) {
					assertThat(this.table.violation()).isNull();
					assertThat(received).isEqualTo(this.table.expected().subList(0, most));
					return new ArrayList<Map<String, Object>>(received);
				}
				return whole(received);
			}).onErrorResume(ValidationException.class, (ex) -> {
				assertThat(demand.beforeError()).isEqualTo(this.table.expected());
				return refused();
			});
		}

		private Mono<List<Map<String, Object>>> items(Mono<? extends List<? extends Map<String, Object>>> items) {
			return items.map(this::whole).onErrorResume(ValidationException.class, (ex) -> refused());
		}

		private List<Map<String, Object>> whole(List<? extends Map<String, Object>> items) {
			requireWhole();
			assertThat(items).isEqualTo(this.table.expected());
			return new ArrayList<>(items);
		}

		private void requireWhole() {
			assertThat(this.table.violation()).isNull();
			assertThat(this.table.hasRefused()).isFalse();
		}

		private Mono<List<Map<String, Object>>> refused() {
			assertThat(this.table.violation()).isNull();
			assertThat(this.table.hasRefused()).isTrue();
			return Mono.just(List.of());
		}

	}

}
