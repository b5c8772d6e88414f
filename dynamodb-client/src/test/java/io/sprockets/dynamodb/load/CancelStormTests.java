package io.sprockets.dynamodb.load;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.error.ConnectionPoolExhaustedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Thousands of calls that are cancelled at any moment. The system property
 * {@code load.cancels} says how many.
 */
class CancelStormTests {

	private static final int CALLS = Integer.getInteger("load.cancels", 5_000);

	private static final int MAX_CLIENTS = 8;

	private static final int MAY_WAIT = 64;

	private static final Duration SOON = Duration.ofSeconds(60);

	private final StubServer server = new StubServer("{\"TableNames\":[]}");

	private final DynamoDbClient client = this.server.clientBuilder()
		.maxClients(MAX_CLIENTS)
		.pendingAcquireMaxCount(MAY_WAIT)
		.acquireTimeout(SOON)
		.attemptTimeout(SOON)
		.callTimeout(SOON)
		.build();

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@Test
	void callsCancelledAtAnyMomentLeaveThePoolWhole() {
		Random random = new Random(5);
		Flux<?> storm = Flux.range(0, CALLS).flatMap((i) -> {
			Mono<?> end = Mono.delay(Duration.ofNanos(random.nextInt(3_000_000)));
			// A call that is cancelled while it joins the queue stays in it until its
			// turn comes
			return Outcomes.call(this.client)
				.then()
				.onErrorResume(ConnectionPoolExhaustedException.class, (full) -> Mono.empty())
				.takeUntilOther(end);
		}, MAX_CLIENTS + MAY_WAIT / 2);
		StepVerifier.create(storm.then()).expectComplete().verify(SOON.multipliedBy(2));
		PoolProbe.requireWhole(this.server, this.client, MAX_CLIENTS, MAY_WAIT);
	}

	@Test
	void callsCancelledFromOtherThreadsWhileTheyBeginLeaveThePoolWhole() {
		Random random = new Random(6);
		for (int i = 0; i < CALLS / 10; i++) {
			Outcomes outcomes = new Outcomes();
			List<Disposable> calls = outcomes.begin(this.client, 10);
			calls.forEach((call) -> Schedulers.parallel()
				.schedule(call::dispose, random.nextInt(500), TimeUnit.MICROSECONDS));
			if (i % 5 == 0) {
				calls.forEach(Disposable::dispose);
			}
			assertThat(outcomes.failures()).as("round " + i).isEmpty();
			if (i % 4 == 0) {
				StepVerifier.create(Outcomes.call(this.client)).expectNextCount(1).expectComplete().verify(SOON);
			}
		}
		PoolProbe.requireWhole(this.server, this.client, MAX_CLIENTS, MAY_WAIT);
	}

	@Test
	void callsCancelledWhileTheyAreHeldOrWaitLeaveThePoolWhole() {
		for (int i = 0; i < 20; i++) {
			this.server.hold();
			List<Disposable> calls = new Outcomes().begin(this.client, MAX_CLIENTS + MAY_WAIT);
			calls.forEach(Disposable::dispose);
			this.server.releaseAll();
		}
		PoolProbe.requireWhole(this.server, this.client, MAX_CLIENTS, MAY_WAIT);
	}

}
