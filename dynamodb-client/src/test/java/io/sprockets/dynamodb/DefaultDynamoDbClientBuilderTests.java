package io.sprockets.dynamodb;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.error.ItemConversionException;
import io.sprockets.dynamodb.error.NoCredentialsException;
import io.sprockets.dynamodb.error.RegionNotFoundException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.retry.RetrySettings;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.ClientRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class DefaultDynamoDbClientBuilderTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}"));

	@TempDir
	private Path home;

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void missingRegionIsToldByTheFirstCall() {
		try (DynamoDbClient client = builderOfEmptyEnvironment().build()) {
			StepVerifier.create(client.describeTable("orders")).expectError(RegionNotFoundException.class).verify(SOON);
		}
	}

	@Test
	void missingCredentialsAreToldByTheFirstCall() {
		try (DynamoDbClient client = builderOfEmptyEnvironment().region("eu-central-1").build()) {
			StepVerifier.create(client.describeTable("orders")).expectError(NoCredentialsException.class).verify(SOON);
		}
	}

	@Test
	void providerThatIsEmptyIsToldByTheFirstCall() {
		try (DynamoDbClient client = builderOfEmptyEnvironment().region("eu-central-1")
			.credentialsProvider(Mono::empty)
			.build()) {
			StepVerifier.create(client.describeTable("orders")).expectError(NoCredentialsException.class).verify(SOON);
		}
	}

	@Test
	void credentialsThatNoHeaderCarriesAreToldByTheFirstCall() {
		try (DynamoDbClient client = builderOfEmptyEnvironment().endpoint(this.server.endpoint())
			.credentialsProvider(() -> Mono.just(AwsCredentials.of("AKIDEXAMPLE", "secret", "token\nsecond line")))
			.build()) {
			StepVerifier.create(client.describeTable("orders"))
				.expectErrorSatisfies(
						(failure) -> assertThat(failure).isInstanceOf(DynamoDbConfigurationException.class)
							.hasMessageContaining("The session token has a line break")
							.hasMessageContaining("check their source"))
				.verify(SOON);
		}
		assertThat(this.server.connections()).isZero();
	}

	@Test
	void endpointOnThisMachineNeedsNeitherRegionNorCredentials() {
		try (DynamoDbClient client = builderOfEmptyEnvironment().endpoint(this.server.endpoint()).build()) {
			StepVerifier.create(client.getItem("orders").key("id", "1").one()).expectComplete().verify(SOON);
		}
		assertThat(this.server.requests()).singleElement()
			.satisfies((request) -> assertThat(request.header("Authorization")).contains("Credential=local/",
					"/us-east-1/dynamodb/aws4_request"));
	}

	@Test
	void itemThatCannotBeWrittenFailsBeforeAnythingIsSent() {
		try (DynamoDbClient client = this.server.clientBuilder().build()) {
			StepVerifier.create(client.putItem("orders").item(Map.of("id", "1", "ratio", Double.NaN)).execute())
				.expectError(ItemConversionException.class)
				.verify(SOON);
		}
		assertThat(this.server.connections()).isZero();
	}

	@Test
	void filterSeesEveryAttempt() {
		this.server.script(FaultAnswer.error(500, "InternalServerError"), FaultAnswer.ok("{}"));
		StringBuilder seen = new StringBuilder();
		try (DynamoDbClient client = this.server.clientBuilder()
			.webClient((builder) -> builder.filter((request, next) -> {
				seen.append(request.headers().getFirst("amz-sdk-request")).append(' ');
				return next.exchange(request);
			}))
			.build()) {
			StepVerifier.create(client.getItem("orders").key("id", "1").one()).expectComplete().verify(SOON);
		}
		assertThat(seen).hasToString("attempt=1; max=4 attempt=2; max=4 ");
	}

	@ParameterizedTest
	@MethodSource("failuresOfFilters")
	void failureOfFilterArrivesAsItIsAndIsNotTriedAgain(Exception failure) {
		int[] calls = new int[1];
		try (DynamoDbClient client = this.server.clientBuilder()
			.webClient((builder) -> builder.filter((request, next) -> {
				calls[0]++;
				return Mono.error(failure);
			}))
			.build()) {
			StepVerifier.create(client.describeTable("orders")).expectErrorMatches(failure::equals).verify(SOON);
		}
		assertThat(calls[0]).isOne();
	}

	@Test
	void exceptionThrownByFilterArrivesAsItIs() {
		try (DynamoDbClient client = this.server.clientBuilder()
			.webClient((builder) -> builder.filter((request, next) -> {
				throw new UnsupportedOperationException("No");
			}))
			.build()) {
			StepVerifier.create(client.describeTable("orders"))
				.expectError(UnsupportedOperationException.class)
				.verify(SOON);
		}
	}

	@Test
	void headerThatHttpForbidsFailsTyped() {
		try (DynamoDbClient client = this.server.clientBuilder()
			.webClient((builder) -> builder.filter((request, next) -> next
				.exchange(ClientRequest.from(request).header("X-Split", "a\r\nInjected: yes").build())))
			.build()) {
			StepVerifier.create(client.describeTable("orders"))
				.expectErrorSatisfies((failure) -> assertThat(failure.getClass().getPackageName())
					.isEqualTo("io.sprockets.dynamodb.error"))
				.verify(SOON);
		}
		assertThat(this.server.requests()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("wrongSettings")
	void wrongSettingIsRefusedByItsProperty(UnaryOperator<DynamoDbClientBuilder> wrong, String property) {
		assertThatIllegalArgumentException().isThrownBy(() -> wrong.apply(DynamoDbClient.builder()).build())
			.withMessageStartingWith(property);
	}

	static Stream<Exception> failuresOfFilters() {
		return Stream.of(new IllegalStateException("Refused by filter"), new IllegalArgumentException("Odd"),
				new TimeoutException("Of the filter"), new IOException("Of the filter"));
	}

	static Stream<Arguments> wrongSettings() {
		return Stream.of(wrong((builder) -> builder.maxClients(0), "dynamodb.max-clients"),
				wrong((builder) -> builder.maxClients(-1), "dynamodb.max-clients"),
				wrong((builder) -> builder.pendingAcquireMaxCount(0), "dynamodb.pending-acquire-max-count"),
				wrong((builder) -> builder.pendingAcquireMaxCount(-1), "dynamodb.pending-acquire-max-count"),
				wrong((builder) -> builder.acquireTimeout(Duration.ZERO), "dynamodb.acquire-timeout"),
				wrong((builder) -> builder.connectTimeout(Duration.ofSeconds(-1)), "dynamodb.connect-timeout"),
				wrong((builder) -> builder.connectTimeout(Duration.ofNanos(999_999)), "dynamodb.connect-timeout"),
				wrong((builder) -> builder.attemptTimeout(Duration.ofDays(25)), "dynamodb.attempt-timeout"),
				wrong((builder) -> builder.callTimeout(Duration.ofSeconds(Long.MAX_VALUE)), "dynamodb.call-timeout"),
				wrong((builder) -> builder.maxResponseSize(0), "dynamodb.max-response-size"),
				wrong((builder) -> builder.retry(RetrySettings.defaults().withMaxAttempts(0)),
						"dynamodb.retry.max-attempts"));
	}

	private static Arguments wrong(UnaryOperator<DynamoDbClientBuilder> wrong, String property) {
		return arguments(wrong, property);
	}

	private DynamoDbClientBuilder builderOfEmptyEnvironment() {
		return DynamoDbClient.builder()
			.environment(
					AwsEnvironment.of(Map.of("HOME", this.home.toString()), Map.of("user.home", this.home.toString())));
	}

}
