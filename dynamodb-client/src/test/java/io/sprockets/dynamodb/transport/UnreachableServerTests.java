package io.sprockets.dynamodb.transport;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.DynamoDbClientBuilder;
import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import io.sprockets.dynamodb.error.AttemptTimeoutException;
import io.sprockets.dynamodb.error.CallTimeoutException;
import io.sprockets.dynamodb.error.ConnectionFailedException;
import io.sprockets.dynamodb.error.DynamoDbTransportException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import io.sprockets.dynamodb.test.FullBacklog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Servers that cannot be reached, or hardly: which error says so, and how soon.
 */
class UnreachableServerTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}"));

	@AfterEach
	void close() {
		this.server.close();
	}

	@ParameterizedTest
	@EnumSource
	void refusedConnectionFails(ExchangeKind kind) throws IOException {
		URI nobody;
		try (ServerSocket socket = new ServerSocket(0)) {
			nobody = URI.create("http://localhost:" + socket.getLocalPort());
		}
		assertFails(builder(kind).endpoint(nobody), ConnectionFailedException.class, "No connection could be made", 4);
	}

	@ParameterizedTest
	@EnumSource
	void connectionThatHangsFailsAfterTheConnectTimeout(ExchangeKind kind) {
		try (FullBacklog full = new FullBacklog()) {
			assertFails(builder(kind).endpoint(full.endpoint()).connectTimeout(Duration.ofMillis(150)),
					ConnectionFailedException.class, "dynamodb.connect-timeout of 150 ms", 4);
		}
	}

	@ParameterizedTest
	@EnumSource
	void connectionThatHangsLongerThanAnAttemptMayFailsAfterThatTime(ExchangeKind kind) {
		try (FullBacklog full = new FullBacklog()) {
			assertFails(
					builder(kind).endpoint(full.endpoint())
						.connectTimeout(Duration.ofSeconds(1))
						.attemptTimeout(Duration.ofMillis(150)),
					AttemptTimeoutException.class, "dynamodb.attempt-timeout of 150 ms", 4);
		}
	}

	@ParameterizedTest
	@EnumSource
	void connectionThatHangsEndsWithItsCall(ExchangeKind kind) {
		try (FullBacklog full = new FullBacklog()) {
			Duration took = assertFails(builder(kind).endpoint(full.endpoint()).callTimeout(Duration.ofMillis(300)),
					CallTimeoutException.class, "dynamodb.call-timeout of 300 ms", 1);
			assertThat(took).isLessThan(Duration.ofMillis(1_300));
		}
	}

	@ParameterizedTest
	@EnumSource
	void hostThatDoesNotExistFailsWithinTheCallsTime(ExchangeKind kind) {
		Duration callTimeout = Duration.ofSeconds(10);
		try (DynamoDbClient client = builder(kind).endpoint(URI.create("https://no-such-host.invalid"))
			.connectTimeout(Duration.ofMillis(200))
			.callTimeout(callTimeout)
			.build()) {
			Duration took = StepVerifier.create(getItem(client))
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(ConnectionFailedException.class)
					.hasMessageContaining("The host name")
					.hasMessageContaining("operation GetItem, table orders, endpoint https://no-such-host.invalid"))
				.verify(SOON);
			assertThat(took).isLessThan(callTimeout.plusSeconds(1));
		}
	}

	@ParameterizedTest
	@EnumSource
	void dripEveryFewMillisecondsEndsWithItsCall(ExchangeKind kind) {
		Duration callTimeout = Duration.ofMillis(500);
		this.server.script(FaultAnswer.drip(Duration.ofMillis(20)));
		Duration took = assertFails(builder(kind).callTimeout(callTimeout), CallTimeoutException.class,
				"dynamodb.call-timeout of 500 ms", 1);
		assertThat(took).isLessThan(callTimeout.plusSeconds(1));
	}

	@ParameterizedTest
	@EnumSource
	void serverThatReadsNothingEndsALargeRequestWithItsAttempt(ExchangeKind kind) {
		this.server.greeting(FaultAnswer.deaf());
		try (DynamoDbClient client = builder(kind).attemptTimeout(Duration.ofMillis(300)).build()) {
			StepVerifier.create(client.execute("BatchWriteItem", Map.of("Pad", "x".repeat(8 << 20))))
				.expectError(AttemptTimeoutException.class)
				.verify(SOON);
		}
	}

	private DynamoDbClientBuilder builder(ExchangeKind kind) {
		return kind.of(DynamoDbClient.builder()
			.endpoint(this.server.endpoint())
			.region("eu-central-1")
			.credentialsProvider(AwsCredentialsProvider.of(FaultServer.CREDENTIALS))
			.environment(AwsEnvironment.of(Map.of(), Map.of()))
			.retry(FaultServer.QUICK_RETRIES));
	}

	private static Duration assertFails(DynamoDbClientBuilder builder, Class<? extends DynamoDbTransportException> type,
			String words, int attempts) {
		try (DynamoDbClient client = builder.build()) {
			return StepVerifier.create(getItem(client))
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(type)
					.hasMessageContaining(words)
					.hasMessageContaining("operation GetItem, table orders, endpoint ")
					.hasMessageContaining("attempts " + attempts))
				.verify(SOON);
		}
	}

	private static Mono<?> getItem(DynamoDbClient client) {
		return client.getItem("orders").key("id", "1").one();
	}

}
