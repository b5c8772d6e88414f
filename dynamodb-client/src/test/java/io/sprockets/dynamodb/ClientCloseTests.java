package io.sprockets.dynamodb;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.sprockets.dynamodb.error.ClientClosedException;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class ClientCloseTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}"));

	private final DynamoDbClient client = this.server.clientBuilder()
		.maxClients(1)
		.acquireTimeout(SOON)
		.closeTimeout(Duration.ZERO)
		.build();

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@Test
	void callAfterCloseFailsAndSendsNothing() {
		this.client.close();
		assertClosed();
		assertThat(this.server.connections()).isZero();
	}

	@Test
	void usedClientDoesNotConnectAfterClose() {
		StepVerifier.create(this.client.execute("ListTables", new byte[0]))
			.expectNextCount(1)
			.expectComplete()
			.verify(SOON);
		this.client.close();
		Awaitility.await().atMost(SOON).until(() -> this.server.openConnections() == 0);
		assertClosed();
		assertThat(this.server.connections()).isOne();
	}

	@Test
	void closingTwiceIsFine() {
		this.client.close();
		this.client.close();
		assertClosed();
	}

	@Test
	void callInFlightEndsWithAnErrorAndItsConnectionIsClosed() {
		this.server.script(FaultAnswer.silence());
		StepVerifier.create(this.client.execute("ListTables", new byte[0]))
			.then(() -> Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 1))
			.then(this.client::close)
			.expectError(ClientClosedException.class)
			.verify(Duration.ofSeconds(3));
		Awaitility.await().atMost(SOON).until(() -> this.server.openConnections() == 0);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void callWhoseAnswerIsArrivingEndsWithAnError() {
		this.server.script(FaultAnswer.drip(Duration.ofMillis(1)));
		StepVerifier.create(this.client.execute("ListTables", new byte[0]))
			.then(() -> Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 1))
			.then(this.client::close)
			.expectError(ClientClosedException.class)
			.verify(Duration.ofSeconds(3));
	}

	@Test
	void callThatWaitsForAConnectionEndsWithAnError() {
		this.server.script(FaultAnswer.silence());
		this.client.execute("ListTables", new byte[0]).onErrorComplete().subscribe();
		Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 1);
		StepVerifier.create(this.client.execute("ListTables", new byte[0]))
			.then(this.client::close)
			.expectError(ClientClosedException.class)
			.verify(Duration.ofSeconds(3));
	}

	@Test
	void callThatWaitsForCredentialsEndsWithAnError() {
		try (DynamoDbClient waiting = this.server.clientBuilder()
			.credentialsProvider(Mono::never)
			.closeTimeout(Duration.ZERO)
			.build()) {
			StepVerifier.create(waiting.execute("ListTables", new byte[0]))
				.then(waiting::close)
				.expectError(ClientClosedException.class)
				.verify(Duration.ofSeconds(3));
		}
	}

	@Test
	void callThatWaitsForItsNextAttemptEndsWithAnError() {
		this.server.script(FaultAnswer.status(503, "", "x-amz-retry-after: 300"));
		StepVerifier.create(this.client.execute("ListTables", new byte[0]))
			.then(() -> Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 1))
			.then(this.client::close)
			.expectError(ClientClosedException.class)
			.verify(Duration.ofSeconds(3));
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void callInFlightEndsWithItsAnswerWithinTheGraceTime() throws Exception {
		CountDownLatch answer = new CountDownLatch(1);
		this.server.script(FaultAnswer.ok("{\"TableNames\":[]}").after(answer));
		try (DynamoDbClient patient = this.server.clientBuilder().closeTimeout(SOON).build()) {
			CompletableFuture<RawResponse> call = patient.execute("ListTables", new byte[0]).toFuture();
			Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 1);
			CompletableFuture<Void> closed = patient.closeLater().toFuture();
			StepVerifier.create(patient.describeTable("orders"))
				.expectError(ClientClosedException.class)
				.verify(Duration.ofSeconds(3));
			assertThat(closed).isNotDone();
			answer.countDown();
			assertThat(call.get(3, TimeUnit.SECONDS).status()).isEqualTo(200);
			closed.get(3, TimeUnit.SECONDS);
		}
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	@SuppressWarnings("try")
	void callThatWaitsForItsNextAttemptIsTriedAgainWithinTheGraceTime() throws Exception {
		this.server.script(FaultAnswer.status(503, "", "x-amz-retry-after: 300"), FaultAnswer.ok("{}"));
		try (DynamoDbClient patient = this.server.clientBuilder().closeTimeout(SOON).build()) {
			CompletableFuture<RawResponse> call = patient.execute("ListTables", new byte[0]).toFuture();
			Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 1);
			patient.close();
			assertThat(call.get(3, TimeUnit.SECONDS).status()).isEqualTo(200);
		}
	}

	@Test
	void callInFlightEndsWithAnErrorAfterTheGraceTime() {
		this.server.script(FaultAnswer.silence());
		DynamoDbClient impatient = this.server.clientBuilder().closeTimeout(Duration.ofMillis(300)).build();
		long start = System.nanoTime();
		StepVerifier.create(impatient.execute("ListTables", new byte[0]))
			.then(() -> Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 1))
			.then(impatient::close)
			.expectError(ClientClosedException.class)
			.verify(Duration.ofSeconds(3));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
	}

	@Test
	void closingOnAThreadThatMustNotBlockDoesNotWait() {
		this.server.script(FaultAnswer.silence());
		DynamoDbClient patient = this.server.clientBuilder().closeTimeout(Duration.ofMillis(500)).build();
		CompletableFuture<RawResponse> call = patient.execute("ListTables", new byte[0]).toFuture();
		Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 1);
		StepVerifier.create(Mono.fromRunnable(patient::close).subscribeOn(Schedulers.parallel()))
			.expectComplete()
			.verify(Duration.ofMillis(400));
		assertThat(call).failsWithin(Duration.ofSeconds(3));
	}

	@Test
	void closingAnIdleClientDoesNotWait() {
		StepVerifier.create(this.client.execute("ListTables", new byte[0]))
			.expectNextCount(1)
			.expectComplete()
			.verify(SOON);
		try (DynamoDbClient patient = this.server.clientBuilder().closeTimeout(Duration.ofMinutes(1)).build()) {
			StepVerifier.create(patient.execute("ListTables", new byte[0]))
				.expectNextCount(1)
				.expectComplete()
				.verify(SOON);
			StepVerifier.create(patient.closeLater()).expectComplete().verify(Duration.ofSeconds(2));
		}
	}

	private void assertClosed() {
		StepVerifier.create(this.client.getItem("orders").key("id", "1").one())
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(ClientClosedException.class)
				.hasMessageContaining("closed")
				.hasMessageContaining("table orders"))
			.verify(Duration.ofSeconds(3));
	}

}
