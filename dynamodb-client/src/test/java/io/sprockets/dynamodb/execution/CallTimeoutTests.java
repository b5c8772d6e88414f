package io.sprockets.dynamodb.execution;

import java.time.Duration;
import java.util.Map;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.error.CallTimeoutException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.retry.RetrySettings;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class CallTimeoutTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final FaultServer server = new FaultServer(FaultAnswer.silence());

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void silentServerFailsTheCallInTimeAndLosesItsConnection() {
		try (DynamoDbClient client = this.server.clientBuilder().callTimeout(Duration.ofSeconds(1)).build()) {
			Duration took = StepVerifier.create(client.getItem("orders").key("id", "1").one())
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(CallTimeoutException.class)
					.hasMessageContaining("dynamodb.call-timeout of 1000 ms")
					.hasMessageContaining("operation GetItem")
					.hasMessageContaining("table orders")
					.hasMessageContaining("endpoint " + this.server.endpoint())
					.hasMessageContaining("attempts 1"))
				.verify(SOON);
			assertThat(took).isBetween(Duration.ofMillis(900), Duration.ofSeconds(3));
			Awaitility.await().atMost(SOON).until(() -> this.server.openConnections() == 0);
		}
	}

	@Test
	void countsTheAttemptsMade() {
		try (DynamoDbClient client = this.server.clientBuilder()
			.attemptTimeout(Duration.ofMillis(400))
			.callTimeout(Duration.ofSeconds(1))
			.build()) {
			StepVerifier.create(client.describeTable("orders"))
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOfSatisfying(
						CallTimeoutException.class, (timeout) -> assertThat(timeout.call().attempts()).isBetween(2, 3)))
				.verify(SOON);
		}
	}

	@Test
	void strikesBetweenAttempts() {
		this.server.script(FaultAnswer.status(503, "", "x-amz-retry-after: 4000"));
		try (DynamoDbClient client = this.server.clientBuilder()
			.retry(RetrySettings.defaults())
			.callTimeout(Duration.ofSeconds(1))
			.build()) {
			StepVerifier.create(client.describeTable("orders")).expectError(CallTimeoutException.class).verify(SOON);
		}
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void strikesWhileCredentialsDoNotCome() {
		try (DynamoDbClient client = this.server.clientBuilder()
			.credentialsProvider(Mono::never)
			.callTimeout(Duration.ofMillis(300))
			.build()) {
			StepVerifier.create(client.describeTable("orders"))
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(CallTimeoutException.class)
					.hasMessageContaining("dynamodb.call-timeout of 300 ms, in which AWS credentials did not come"))
				.verify(SOON);
		}
		assertThat(this.server.connections()).isZero();
	}

	@Test
	void strikesWhileTheRegionDoesNotCome() {
		Map<String, String> variables = Map.of("AWS_EC2_METADATA_SERVICE_ENDPOINT", this.server.endpoint().toString(),
				"AWS_METADATA_SERVICE_TIMEOUT", "5", "AWS_CONFIG_FILE", "/none", "AWS_SHARED_CREDENTIALS_FILE",
				"/none");
		try (DynamoDbClient client = this.server.clientBuilder()
			.endpoint(null)
			.region(null)
			.environment(AwsEnvironment.of(variables, Map.of()))
			.callTimeout(Duration.ofMillis(300))
			.build()) {
			StepVerifier.create(client.describeTable("orders"))
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(CallTimeoutException.class)
					.hasMessageContaining("in which the region did not come"))
				.verify(SOON);
		}
	}

	@Test
	void saysNothingOfCredentialsOnceTheyHaveCome() {
		try (DynamoDbClient client = this.server.clientBuilder()
			.credentialsProvider(() -> Mono.delay(Duration.ofMillis(10)).thenReturn(FaultServer.CREDENTIALS))
			.callTimeout(Duration.ofMillis(500))
			.build()) {
			StepVerifier.create(client.describeTable("orders"))
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(CallTimeoutException.class)
					.hasMessageContaining("dynamodb.call-timeout of 500 ms (operation"))
				.verify(SOON);
		}
	}

}
