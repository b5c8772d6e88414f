package io.sprockets.dynamodb.load;

import java.time.Duration;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.error.ConnectionPoolExhaustedException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Far more calls than connections, to a server that answers when it is told to.
 */
class MaxClientsTests {

	private static final Duration SOON = Duration.ofSeconds(60);

	private static final Duration A_WHILE = Duration.ofMillis(200);

	private static final int CALLS = 1_000;

	private final StubServer server = new StubServer("{}");

	private final Outcomes outcomes = new Outcomes();

	@AfterEach
	void close() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 100, 333 })
	void aThousandCallsUseExactlyMaxClientsConnections(int maxClients) {
		this.server.hold();
		try (DynamoDbClient client = this.server.clientBuilder()
			.maxClients(maxClients)
			.pendingAcquireMaxCount(CALLS)
			.acquireTimeout(SOON)
			.attemptTimeout(SOON)
			.callTimeout(SOON)
			.build()) {
			this.outcomes.begin(client, CALLS);
			Awaitility.await().atMost(SOON).until(() -> this.server.held() == maxClients);
			Awaitility.await()
				.during(A_WHILE)
				.atMost(SOON)
				.until(() -> this.server.held() == maxClients && this.server.openConnections() == maxClients);
			this.server.releaseAll();
			this.outcomes.await(CALLS);
			assertThat(this.outcomes.failures()).isEmpty();
			assertThat(this.server.requests()).isEqualTo(CALLS);
			assertThat(this.server.connections()).isEqualTo(maxClients);
		}
	}

	@Test
	void exactlyAsManyCallsWaitAsMayAndTheNextFailsAtOnce() {
		this.server.hold();
		try (DynamoDbClient client = this.server.clientBuilder()
			.maxClients(10)
			.pendingAcquireMaxCount(20)
			.acquireTimeout(SOON)
			.attemptTimeout(SOON)
			.callTimeout(SOON)
			.build()) {
			this.outcomes.begin(client, 10);
			Awaitility.await().atMost(SOON).until(() -> this.server.held() == 10);
			this.outcomes.begin(client, 20);
			Outcomes tooMany = new Outcomes();
			long began = System.nanoTime();
			tooMany.begin(client, 50);
			tooMany.await(50);
			assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
			assertThat(tooMany.failures()).hasSize(50)
				.allSatisfy((failure) -> assertThat(failure).isInstanceOf(ConnectionPoolExhaustedException.class)
					.hasMessageContaining("dynamodb.max-clients")
					.hasMessageContaining("All 10 connections")
					.hasMessageContaining("20 calls wait")
					.hasMessageContaining("attempts 1"));
			assertThat(this.outcomes.failures()).isEmpty();
			this.server.release(1);
			Awaitility.await().atMost(SOON).until(() -> this.outcomes.successes() == 1 && this.server.held() == 10);
			this.outcomes.begin(client, 1);
			tooMany.begin(client, 1);
			tooMany.await(51);
			this.server.releaseAll();
			this.outcomes.await(31);
			assertThat(this.outcomes.failures()).isEmpty();
			assertThat(tooMany.successes()).isZero();
			assertThat(this.server.requests()).isEqualTo(31);
		}
	}

	@Test
	void callsThatWaitLongerThanTheAcquireTimeoutFailThenAndAreNeverSent() {
		this.server.hold();
		Duration timeout = Duration.ofMillis(300);
		try (DynamoDbClient client = this.server.clientBuilder()
			.maxClients(5)
			.pendingAcquireMaxCount(50)
			.acquireTimeout(timeout)
			.attemptTimeout(SOON)
			.callTimeout(SOON)
			.build()) {
			this.outcomes.begin(client, 5);
			Awaitility.await().atMost(SOON).until(() -> this.server.held() == 5);
			Outcomes waiting = new Outcomes();
			long began = System.nanoTime();
			waiting.begin(client, 50);
			waiting.await(50);
			assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(timeout, timeout.plusSeconds(5));
			assertThat(waiting.failures()).hasSize(50)
				.allSatisfy((failure) -> assertThat(failure).isInstanceOf(ConnectionPoolExhaustedException.class)
					.hasMessageContaining("within 300 ms")
					.hasMessageContaining("dynamodb.max-clients")
					.hasMessageContaining("dynamodb.acquire-timeout")
					.hasMessageContaining("attempts 1"));
			assertThat(this.server.requests()).isEqualTo(5);
			this.server.releaseAll();
			this.outcomes.await(5);
			PoolProbe.requireWhole(this.server, client, 5, 50);
		}
	}

	@Test
	void aConnectionThatBecomesFreeInTimeGoesToTheFirstThatWaits() {
		this.server.hold();
		try (DynamoDbClient client = this.server.clientBuilder()
			.maxClients(1)
			.acquireTimeout(SOON)
			.attemptTimeout(SOON)
			.callTimeout(SOON)
			.build()) {
			Outcomes second = new Outcomes();
			Outcomes third = new Outcomes();
			this.outcomes.begin(client, 1);
			Awaitility.await().atMost(SOON).until(() -> this.server.held() == 1);
			second.begin(client, 1);
			third.begin(client, 1);
			this.server.release(2);
			second.await(1);
			assertThat(second.successes()).isEqualTo(1);
			assertThat(this.outcomes.successes()).isEqualTo(1);
			assertThat(third.successes()).isZero();
			this.server.release(1);
			third.await(1);
			assertThat(third.successes()).isEqualTo(1);
		}
	}

}
