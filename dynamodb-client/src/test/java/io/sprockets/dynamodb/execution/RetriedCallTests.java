package io.sprockets.dynamodb.execution;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.error.DynamoDbThrottlingException;
import io.sprockets.dynamodb.error.ValidationException;
import io.sprockets.dynamodb.retry.RetrySettings;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import io.sprockets.dynamodb.test.ReceivedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class RetriedCallTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}"));

	private final DynamoDbClient client = this.server.clientBuilder().build();

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@ParameterizedTest
	@CsvSource({ "500,'{\"__type\":\"x#InternalServerError\"}'", "503,<html>busy</html>", "502,''", "504,{" })
	void passingErrorFailsAfterFourAttemptsAndKeepsTheBody(int status, String body) {
		this.server.script(FaultAnswer.status(status, body));
		DynamoDbServiceException failure = failureOf(getItem(this.client), DynamoDbServiceException.class);
		assertThat(failure.statusCode()).isEqualTo(status);
		assertThat(failure.rawBody()).asString().isEqualTo(body);
		assertThat(failure.requestId()).isEqualTo("REQUEST-1");
		assertThat(failure.attempts()).isEqualTo(4);
		assertThat(failure).hasMessageContaining("operation GetItem")
			.hasMessageContaining("table orders")
			.hasMessageContaining(this.server.endpoint().toString())
			.hasMessageContaining("attempts 4");
		assertThat(this.server.requests()).hasSize(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ThrottlingException", "ProvisionedThroughputExceededException", "RequestLimitExceeded" })
	void throttlingIsTriedAgain(String code) {
		this.server.script(FaultAnswer.error(400, code));
		failureOf(getItem(this.client), DynamoDbThrottlingException.class);
		assertThat(this.server.requests()).hasSize(4);
	}

	@Test
	void wrongRequestIsNotTriedAgain() {
		this.server.script(FaultAnswer.error(400, "ValidationException"));
		assertThat(failureOf(getItem(this.client), ValidationException.class).attempts()).isOne();
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void successAfterRetriesIsSuccess() {
		this.server.script(FaultAnswer.error(500, "InternalServerError"), FaultAnswer.error(400, "ThrottlingException"),
				FaultAnswer.ok("{\"Item\":{\"id\":{\"S\":\"1\"}}}"));
		StepVerifier.create(getItem(this.client)).expectNextCount(1).expectComplete().verify(SOON);
		assertThat(this.server.requests()).hasSize(3);
	}

	@Test
	void oneAttemptIsAllWithoutRetries() {
		this.server.script(FaultAnswer.error(500, "InternalServerError"));
		try (DynamoDbClient client = this.server.clientBuilder().retry(RetrySettings.none()).build()) {
			failureOf(getItem(client), DynamoDbServiceException.class);
		}
		assertThat(this.server.requests()).hasSize(1);
		assertThat(this.server.requests().get(0).header("amz-sdk-request")).isEqualTo("attempt=1; max=1");
	}

	@Test
	void attemptsOfOneCallShareItsIdAndCountUp() {
		this.server.script(FaultAnswer.error(500, "InternalServerError"));
		failureOf(getItem(this.client), DynamoDbServiceException.class);
		assertThat(this.server.requests()).extracting((request) -> request.header("amz-sdk-request"))
			.containsExactly("attempt=1; max=4", "attempt=2; max=4", "attempt=3; max=4", "attempt=4; max=4");
		assertThat(invocationIds()).hasSize(1);
		failureOf(getItem(this.client), DynamoDbServiceException.class);
		assertThat(invocationIds()).hasSize(2);
	}

	@Test
	void everyAttemptSendsTheSameBody() {
		this.server.script(FaultAnswer.error(500, "InternalServerError"));
		failureOf(getItem(this.client), DynamoDbServiceException.class);
		assertThat(this.server.requests()).extracting((request) -> new String(request.body()))
			.hasSize(4)
			.containsOnly(new String(this.server.requests().get(0).body()));
	}

	@Test
	void everyAttemptAsksForCredentials() {
		this.server.script(FaultAnswer.error(500, "InternalServerError"));
		AtomicInteger rotation = new AtomicInteger();
		try (DynamoDbClient client = this.server.clientBuilder()
			.credentialsProvider(() -> Mono.fromSupplier(
					() -> AwsCredentials.of("AKID" + rotation.incrementAndGet(), "secret", "token" + rotation)))
			.build()) {
			failureOf(getItem(client), DynamoDbServiceException.class);
		}
		assertThat(this.server.requests()).extracting((request) -> request.header("X-Amz-Security-Token"))
			.containsExactly("token1", "token2", "token3", "token4");
		assertThat(this.server.requests()).extracting((request) -> request.header("Authorization"))
			.satisfiesExactly((first) -> assertThat(first).contains("Credential=AKID1/"),
					(second) -> assertThat(second).contains("Credential=AKID2/"),
					(third) -> assertThat(third).contains("Credential=AKID3/"),
					(fourth) -> assertThat(fourth).contains("Credential=AKID4/"));
	}

	@Test
	void serversDelayIsRespectedAndTheNextAttemptIsSignedAtItsTime() {
		this.server.script(FaultAnswer.status(503, "", "x-amz-retry-after: 1200"), FaultAnswer.ok("{}"));
		Duration took = StepVerifier.create(getItem(this.client)).expectComplete().verify(SOON);
		assertThat(took).isBetween(Duration.ofMillis(1200), Duration.ofSeconds(4));
		assertThat(this.server.requests()).extracting((request) -> request.header("X-Amz-Date"))
			.hasSize(2)
			.doesNotHaveDuplicates();
	}

	@Test
	void quotaEndsStorms() {
		this.server.script(FaultAnswer.error(500, "InternalServerError"));
		Flux<Throwable> failures = Flux.range(0, 100)
			.flatMap((i) -> getItem(this.client).then(Mono.<Throwable>empty()).onErrorResume(Mono::just), 10);
		StepVerifier.create(failures.collectList())
			.assertNext((signalled) -> assertThat(signalled).hasSize(100)
				.allSatisfy((failure) -> assertThat(failure).isInstanceOf(DynamoDbException.class)))
			.expectComplete()
			.verify(SOON);
		// 500 tokens are 35 retries at 14 each
		assertThat(this.server.requests()).hasSize(135);
	}

	@Test
	void quotaEndsStormsOfThrottledCalls() {
		int calls = 1_000;
		this.server.script(FaultAnswer.error(400, "ProvisionedThroughputExceededException"));
		try (DynamoDbClient throttled = this.server.clientBuilder()
			.maxClients(50)
			.pendingAcquireMaxCount(calls)
			.acquireTimeout(Duration.ofSeconds(30))
			.callTimeout(Duration.ofSeconds(30))
			.build()) {
			Flux<Throwable> failures = Flux.range(0, calls)
				.flatMap((i) -> getItem(throttled).then(Mono.<Throwable>empty()).onErrorResume(Mono::just), calls);
			StepVerifier.create(failures.collectList())
				.assertNext((signalled) -> assertThat(signalled).hasSize(calls)
					.hasOnlyElementsOfType(DynamoDbThrottlingException.class))
				.expectComplete()
				.verify(Duration.ofSeconds(40));
		}
		// 500 tokens are 100 retries at 5 each
		assertThat(this.server.requests()).hasSize(calls + 100);
	}

	@Test
	void throttlingWithoutABodyIsTriedAgainAndKeepsItsStatus() {
		this.server.script(FaultAnswer.status(429, ""));
		DynamoDbThrottlingException failure = failureOf(getItem(this.client), DynamoDbThrottlingException.class);
		assertThat(failure.statusCode()).isEqualTo(429);
		assertThat(failure.rawBody()).isEmpty();
		assertThat(this.server.requests()).hasSize(4);
	}

	@Test
	void cancelledCallIsNotTriedAgain() {
		this.server.script(FaultAnswer.status(503, "", "x-amz-retry-after: 200"));
		StepVerifier.create(getItem(this.client).timeout(Duration.ofMillis(100), Mono.empty()))
			.expectComplete()
			.verify(SOON);
		StepVerifier.create(Mono.delay(Duration.ofMillis(400))).expectNextCount(1).expectComplete().verify(SOON);
		assertThat(this.server.requests()).hasSize(1);
	}

	private List<String> invocationIds() {
		return this.server.requests()
			.stream()
			.map((ReceivedRequest request) -> request.header("amz-sdk-invocation-id"))
			.distinct()
			.toList();
	}

	private static Mono<?> getItem(DynamoDbClient client) {
		return client.getItem("orders").key("id", "1").one();
	}

	private static <E extends Throwable> E failureOf(Mono<?> call, Class<E> type) {
		Throwable[] signalled = new Throwable[1];
		StepVerifier.create(call).expectErrorSatisfies((failure) -> signalled[0] = failure).verify(SOON);
		assertThat(signalled[0]).isInstanceOf(type);
		return type.cast(signalled[0]);
	}

	@Test
	void adaptiveClientSlowsDownOnceItIsThrottled() {
		this.server.script(FaultAnswer.ok("{}"), FaultAnswer.error(400, "ThrottlingException"), FaultAnswer.ok("{}"));
		try (DynamoDbClient adaptive = this.server.clientBuilder()
			.retry(FaultServer.QUICK_RETRIES.withAdaptiveRate(true))
			.build()) {
			Duration unlimited = StepVerifier.create(adaptive.getItem("orders").key("id", "1").one())
				.expectComplete()
				.verify(SOON);
			assertThat(unlimited).isLessThan(SOON);
			StepVerifier.create(adaptive.getItem("orders").key("id", "1").one()).expectComplete().verify(SOON);
			Duration limited = StepVerifier
				.create(Flux.range(0, 2).concatMap((i) -> adaptive.getItem("orders").key("id", "1").one()))
				.expectComplete()
				.verify(Duration.ofSeconds(20));
			assertThat(limited).isGreaterThan(Duration.ofMillis(400));
		}
	}

}
