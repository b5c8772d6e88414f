package io.sprockets.dynamodb.hedging;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.DynamoDbClientBuilder;
import io.sprockets.dynamodb.error.AttemptTimeoutException;
import io.sprockets.dynamodb.error.ResourceNotFoundException;
import io.sprockets.dynamodb.execution.ClientStatistics;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class HedgedReadTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final FaultAnswer ITEM = FaultAnswer.ok("{\"Item\":{\"id\":{\"S\":\"1\"}}}");

	private static final HedgeSettings SOON_AND_OFTEN = HedgeSettings.after(Duration.ofMillis(50)).withMaxShare(1);

	private final FaultServer server = new FaultServer(ITEM);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void secondRequestAnswersForASilentFirst() {
		this.server.script(FaultAnswer.silence(), ITEM);
		try (DynamoDbClient client = client(SOON_AND_OFTEN)) {
			Duration took = StepVerifier.create(get(client)).expectNextCount(1).expectComplete().verify(SOON);
			assertThat(took).isLessThan(Duration.ofSeconds(2));
			assertThat(client.statistics().hedges()).isEqualTo(new ClientStatistics.HedgeCounts(1, 1, 0));
			Awaitility.await().atMost(SOON).until(() -> this.server.openConnections() == 1);
		}
	}

	@Test
	void firstRequestStillCountsOnceTheSecondIsSent() {
		CountDownLatch first = new CountDownLatch(1);
		this.server.script(ITEM.after(first), FaultAnswer.silence());
		try (DynamoDbClient client = client(SOON_AND_OFTEN)) {
			StepVerifier.create(get(client))
				.then(() -> Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 2))
				.then(first::countDown)
				.expectNextCount(1)
				.expectComplete()
				.verify(SOON);
			assertThat(client.statistics().hedges()).isEqualTo(new ClientStatistics.HedgeCounts(1, 0, 0));
		}
	}

	@Test
	void quickReadIsSentOnce() {
		try (DynamoDbClient client = client(HedgeSettings.after(Duration.ofSeconds(5)).withMaxShare(1))) {
			StepVerifier.create(Flux.range(0, 50).concatMap((i) -> get(client)))
				.expectNextCount(50)
				.expectComplete()
				.verify(SOON);
			assertThat(this.server.requests()).hasSize(50);
		}
	}

	@Test
	void failureOfOneIsForgottenIfTheOtherSucceeds() {
		CountDownLatch first = new CountDownLatch(1);
		this.server.script(ITEM.after(first), FaultAnswer.close());
		try (DynamoDbClient client = client(SOON_AND_OFTEN)) {
			StepVerifier.create(get(client))
				.then(() -> Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 2))
				.then(first::countDown)
				.expectNextCount(1)
				.expectComplete()
				.verify(SOON);
		}
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void refusalOfBothIsTheResult() {
		this.server.script(FaultAnswer.error(400, "ResourceNotFoundException").delayed(Duration.ofMillis(200)));
		try (DynamoDbClient client = client(SOON_AND_OFTEN)) {
			StepVerifier.create(get(client)).expectError(ResourceNotFoundException.class).verify(SOON);
		}
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void silenceOfBothEndsWithTheAttempt() {
		this.server.script(FaultAnswer.silence());
		try (DynamoDbClient client = builder(SOON_AND_OFTEN).attemptTimeout(Duration.ofMillis(300)).build()) {
			StepVerifier.create(get(client)).expectError(AttemptTimeoutException.class).verify(SOON);
			Awaitility.await().atMost(SOON).until(() -> this.server.openConnections() == 0);
		}
		assertThat(this.server.requests()).hasSize(8);
	}

	@Test
	void cancellationEndsBoth() {
		this.server.script(FaultAnswer.silence());
		try (DynamoDbClient client = client(SOON_AND_OFTEN)) {
			StepVerifier.create(get(client))
				.then(() -> Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 2))
				.thenCancel()
				.verify(SOON);
			Awaitility.await().atMost(SOON).until(() -> this.server.openConnections() == 0);
		}
	}

	@Test
	void secondRequestsAreKeptToTheirShare() {
		this.server.script(ITEM.delayed(Duration.ofMillis(20)));
		try (DynamoDbClient client = client(HedgeSettings.after(Duration.ZERO).withMaxShare(0.1))) {
			StepVerifier.create(Flux.range(0, 100).concatMap((i) -> get(client)))
				.expectNextCount(100)
				.expectComplete()
				.verify(Duration.ofSeconds(30));
			ClientStatistics.HedgeCounts hedges = client.statistics().hedges();
			assertThat(hedges.sent()).isBetween(5L, 11L);
			assertThat(hedges.refused()).isGreaterThan(50);
		}
	}

	@Test
	void consistentReadsAndWritesAreSentOnce() {
		FaultAnswer slow = FaultAnswer.ok("{}").delayed(Duration.ofMillis(200));
		this.server.script(slow);
		try (DynamoDbClient client = client(SOON_AND_OFTEN)) {
			StepVerifier.create(client.getItem("orders").key("id", "1").consistentRead().one())
				.expectComplete()
				.verify(SOON);
			StepVerifier.create(client.putItem("orders").item(Map.of("id", "1")).execute())
				.expectComplete()
				.verify(SOON);
			StepVerifier.create(client.execute("GetItem", "{ \"ConsistentRead\" : true }".getBytes()).then())
				.expectComplete()
				.verify(SOON);
		}
		assertThat(this.server.requests()).hasSize(3);
	}

	@Test
	void consistentReadsAreHedgedWhereAllowed() {
		this.server.script(FaultAnswer.silence(), ITEM);
		try (DynamoDbClient client = client(SOON_AND_OFTEN.withConsistentReads(true))) {
			StepVerifier.create(client.getItem("orders").key("id", "1").consistentRead().one())
				.expectNextCount(1)
				.expectComplete()
				.verify(SOON);
		}
	}

	@Test
	void percentileNeedsSomeAnswersFirst() {
		try (DynamoDbClient client = client(HedgeSettings.ofSlowest().withMaxShare(1))) {
			StepVerifier.create(Flux.range(0, 64).concatMap((i) -> get(client)))
				.expectNextCount(64)
				.expectComplete()
				.verify(SOON);
			assertThat(client.statistics().hedges().sent()).isZero();
			this.server.script(FaultAnswer.silence(), ITEM);
			StepVerifier.create(get(client)).expectNextCount(1).expectComplete().verify(SOON);
			assertThat(client.statistics().hedges().won()).isOne();
		}
	}

	private DynamoDbClient client(HedgeSettings settings) {
		return builder(settings).build();
	}

	private DynamoDbClientBuilder builder(HedgeSettings settings) {
		return this.server.clientBuilder().closeTimeout(Duration.ZERO).hedging(settings);
	}

	private static Mono<Map<String, Object>> get(DynamoDbClient client) {
		return client.getItem("orders").key("id", "1").one();
	}

}
