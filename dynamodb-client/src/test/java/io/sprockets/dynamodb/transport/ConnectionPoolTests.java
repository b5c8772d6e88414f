package io.sprockets.dynamodb.transport;

import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.RawResponse;
import io.sprockets.dynamodb.error.ConnectionPoolExhaustedException;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionPoolTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final CountDownLatch released = new CountDownLatch(1);

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}").after(this.released));

	@AfterEach
	void close() {
		this.released.countDown();
		this.server.close();
	}

	@Test
	void callBeyondMaxClientsWaitsForAConnection() {
		try (DynamoDbClient client = this.server.clientBuilder()
			.maxClients(2)
			.acquireTimeout(Duration.ofSeconds(5))
			.build()) {
			Mono<List<RawResponse>> calls = Flux.range(0, 3).flatMap((i) -> call(client)).collectList();
			StepVerifier.create(calls)
				.then(() -> Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 2))
				.then(this.released::countDown)
				.assertNext((answers) -> assertThat(answers).hasSize(3))
				.expectComplete()
				.verify(SOON);
			assertThat(this.server.requests()).hasSize(3);
			assertThat(this.server.connections()).isEqualTo(2);
		}
	}

	@Test
	void tooManyWaitingCallsFailAtOnceAndNameTheProperty() {
		try (DynamoDbClient client = this.server.clientBuilder()
			.maxClients(1)
			.pendingAcquireMaxCount(1)
			.acquireTimeout(Duration.ofSeconds(20))
			.build()) {
			Disposable running = call(client).subscribe();
			Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 1);
			Disposable waiting = call(client).subscribe();
			Duration took = StepVerifier.create(call(client))
				.expectErrorSatisfies(
						(failure) -> assertThat(failure).isInstanceOf(ConnectionPoolExhaustedException.class)
							.hasMessageContaining("All 1 connections")
							.hasMessageContaining("1 calls wait")
							.hasMessageContaining("dynamodb.max-clients")
							.hasMessageContaining("attempts 1"))
				.verify(SOON);
			assertThat(took).isLessThan(Duration.ofSeconds(3));
			running.dispose();
			waiting.dispose();
			assertWholeAgain(client, 1);
		}
	}

	@Test
	void waitingTooLongFailsAndNamesTheProperties() {
		try (DynamoDbClient client = this.server.clientBuilder()
			.maxClients(1)
			.acquireTimeout(Duration.ofMillis(100))
			.build()) {
			Disposable running = call(client).subscribe();
			Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 1);
			StepVerifier.create(call(client))
				.expectErrorSatisfies(
						(failure) -> assertThat(failure).isInstanceOf(ConnectionPoolExhaustedException.class)
							.hasMessageContaining("within 100 ms")
							.hasMessageContaining("dynamodb.max-clients")
							.hasMessageContaining("dynamodb.acquire-timeout"))
				.verify(SOON);
			assertThat(this.server.requests()).hasSize(1);
			running.dispose();
			assertWholeAgain(client, 1);
		}
	}

	@Test
	void neverMoreConnectionsThanMaxClients() {
		this.released.countDown();
		try (DynamoDbClient client = this.server.clientBuilder()
			.maxClients(3)
			.pendingAcquireMaxCount(200)
			.acquireTimeout(SOON)
			.build()) {
			StepVerifier.create(Flux.range(0, 200).flatMap((i) -> call(client), 200).count())
				.expectNext(200L)
				.expectComplete()
				.verify(SOON);
			assertThat(this.server.connections()).isLessThanOrEqualTo(3);
		}
	}

	@Test
	void cancelledCallClosesItsConnectionAndFreesItsPlace() {
		this.server.script(FaultAnswer.silence());
		try (DynamoDbClient client = this.server.clientBuilder().maxClients(1).build()) {
			for (int i = 1; i <= 3; i++) {
				int calls = i;
				Disposable call = call(client).subscribe();
				Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == calls);
				call.dispose();
				Awaitility.await().atMost(SOON).until(() -> this.server.openConnections() == 0);
			}
			this.server.script(FaultAnswer.ok("{}"));
			StepVerifier.create(call(client)).expectNextCount(1).expectComplete().verify(SOON);
			assertThat(this.server.requests()).hasSize(4);
		}
	}

	@Test
	void callCancelledWhileItsBodyArrivesFreesItsPlace() {
		this.server.script(FaultAnswer.drip(Duration.ofMillis(1)));
		try (DynamoDbClient client = this.server.clientBuilder().maxClients(1).build()) {
			Disposable call = call(client).subscribe();
			Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 1);
			call.dispose();
			Awaitility.await().atMost(SOON).until(() -> this.server.openConnections() == 0);
			this.server.script(FaultAnswer.ok("{}"));
			StepVerifier.create(call(client)).expectNextCount(1).expectComplete().verify(SOON);
		}
	}

	@Test
	void failuresOfAllKindsLeaveThePoolWhole() {
		try (DynamoDbClient client = this.server.clientBuilder()
			.maxClients(2)
			.attemptTimeout(Duration.ofMillis(500))
			.build()) {
			List.of(FaultAnswer.close(), FaultAnswer.reset(), FaultAnswer.closeWithinBody(), FaultAnswer.silence(),
					FaultAnswer.raw("SMTP\r\n\r\n"), FaultAnswer.error(500, "InternalServerError"))
				.forEach((answer) -> {
					this.server.script(answer);
					StepVerifier.create(client.describeTable("orders")).expectError().verify(SOON);
				});
			this.released.countDown();
			assertWholeAgain(client, 2);
		}
	}

	@ParameterizedTest
	@EnumSource
	void idleConnectionsThatAreLostWithoutAWordDoNotEachCostAnAttempt(ExchangeKind kind) {
		Set<Socket> lost = ConcurrentHashMap.newKeySet();
		AtomicBoolean gone = new AtomicBoolean();
		FaultAnswer answer = FaultAnswer.ok("{}").after(this.released);
		this.server.script((connection) -> {
			if (!gone.get()) {
				lost.add(connection);
			}
			(gone.get() && lost.contains(connection) ? FaultAnswer.silence() : answer).send(connection);
		});
		try (DynamoDbClient client = kind.of(this.server.clientBuilder())
			.maxClients(10)
			.attemptTimeout(Duration.ofSeconds(1))
			.build()) {
			Mono<Long> filling = Flux.range(0, 10).flatMap((i) -> call(client), 10).count();
			StepVerifier.create(filling)
				.then(() -> Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 10))
				.then(this.released::countDown)
				.expectNext(10L)
				.expectComplete()
				.verify(SOON);
			gone.set(true);
			for (int i = 0; i < 5; i++) {
				StepVerifier.create(call(client)).expectNextCount(1).expectComplete().verify(SOON);
			}
			// One, and a second if that was repeated before the event loop had closed it
			assertThat(this.server.requests()).hasSizeBetween(10 + 1 + 5, 10 + 2 + 5);
			assertThat(this.server.connections()).isEqualTo(11);
			Awaitility.await().atMost(SOON).until(() -> this.server.openConnections() == 1);
		}
	}

	@Test
	void anyNumberOfClientsCanBeAllowed() {
		this.released.countDown();
		try (DynamoDbClient client = this.server.clientBuilder().maxClients(Integer.MAX_VALUE).build()) {
			StepVerifier.create(call(client)).expectNextCount(1).expectComplete().verify(SOON);
		}
	}

	private void assertWholeAgain(DynamoDbClient client, int maxClients) {
		this.server.script(FaultAnswer.ok("{}"));
		// Places of cancelled calls become free on the event loop, a moment later
		Mono<RawResponse> settled = call(client).retryWhen(Retry.fixedDelay(100, Duration.ofMillis(20)));
		StepVerifier.create(settled).expectNextCount(1).expectComplete().verify(SOON);
		StepVerifier.create(Flux.range(0, 20).flatMap((i) -> call(client), maxClients).count())
			.expectNext(20L)
			.expectComplete()
			.verify(SOON);
	}

	private static Mono<RawResponse> call(DynamoDbClient client) {
		return client.execute("ListTables", new byte[0]);
	}

}
