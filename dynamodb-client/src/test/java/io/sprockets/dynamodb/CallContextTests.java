package io.sprockets.dynamodb;

import java.time.Duration;
import java.time.Instant;

import io.sprockets.dynamodb.error.CallTimeoutException;
import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class CallContextTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final FaultServer server = new FaultServer(FaultAnswer.silence());

	private final DynamoDbClient client = this.server.clientBuilder().build();

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@Test
	void deadlineEndsTheCallAndItsConnection() {
		Duration took = StepVerifier.create(call().contextWrite(CallContext.timeout(Duration.ofMillis(300))))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(CallTimeoutException.class)
				.hasMessageContaining("deadline in the Reactor context")
				.hasMessageContaining("operation GetItem")
				.hasMessageContaining("table orders"))
			.verify(SOON);
		assertThat(took).isBetween(Duration.ofMillis(250), Duration.ofSeconds(2));
		Awaitility.await().atMost(SOON).until(() -> this.server.openConnections() == 0);
	}

	@Test
	void pointInTimeIsADeadlineToo() {
		Mono<?> call = Mono.defer(() -> call().contextWrite(CallContext.deadline(Instant.now().plusMillis(200))));
		StepVerifier.create(call).expectError(CallTimeoutException.class).verify(Duration.ofSeconds(3));
	}

	@Test
	void deadlineThatIsOverSendsNothing() {
		StepVerifier.create(call().contextWrite(CallContext.deadline(Instant.now().minusSeconds(1))))
			.expectError(CallTimeoutException.class)
			.verify(SOON);
		assertThat(this.server.connections()).isZero();
	}

	@Test
	void callsOfOneSubscriptionShareTheDeadline() {
		warmUp();
		this.server.script(FaultAnswer.ok("{}").delayed(Duration.ofMillis(400)));
		int before = this.server.requests().size();
		Mono<?> chain = call().then(call()).then(call()).then(call()).then(call());
		StepVerifier.create(chain.contextWrite(CallContext.timeout(Duration.ofSeconds(1))))
			.expectError(CallTimeoutException.class)
			.verify(SOON);
		assertThat(this.server.requests()).hasSizeBetween(before + 2, before + 3);
	}

	@Test
	void earlierDeadlineWins() {
		StepVerifier
			.create(call().contextWrite(CallContext.timeout(Duration.ofSeconds(30)))
				.contextWrite(CallContext.timeout(Duration.ofMillis(200))))
			.expectError(CallTimeoutException.class)
			.verify(Duration.ofSeconds(3));
		StepVerifier
			.create(call().contextWrite(CallContext.timeout(Duration.ofMillis(200)))
				.contextWrite(CallContext.timeout(Duration.ofSeconds(30))))
			.expectError(CallTimeoutException.class)
			.verify(Duration.ofSeconds(3));
	}

	@Test
	void deadlineCountsFromTheSubscription() {
		warmUp();
		Mono<?> call = call().contextWrite(CallContext.timeout(Duration.ofSeconds(1)));
		for (int i = 0; i < 2; i++) {
			StepVerifier.create(call.delaySubscription(Duration.ofMillis(1200))).expectComplete().verify(SOON);
		}
	}

	@Test
	void timeoutTellsWhatFailedBefore() {
		warmUp();
		this.server.script(FaultAnswer.status(503, "", "x-amz-retry-after: 4000"));
		StepVerifier.create(call().contextWrite(CallContext.timeout(Duration.ofSeconds(1))))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(CallTimeoutException.class)
				.hasRootCauseInstanceOf(DynamoDbServiceException.class))
			.verify(SOON);
	}

	@Test
	void tooLongTimeoutChangesNothing() {
		this.server.script(FaultAnswer.ok("{}"));
		StepVerifier.create(call().contextWrite(CallContext.timeout(Duration.ofSeconds(Long.MAX_VALUE))))
			.expectComplete()
			.verify(SOON);
	}

	private void warmUp() {
		this.server.script(FaultAnswer.ok("{}"));
		StepVerifier.create(call()).expectComplete().verify(SOON);
	}

	private Mono<?> call() {
		return this.client.getItem("orders").key("id", "1").one();
	}

}
