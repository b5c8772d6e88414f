package io.sprockets.dynamodb.retry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.sprockets.dynamodb.error.AttemptTimeoutException;
import io.sprockets.dynamodb.error.ConnectionClosedException;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.error.ResponseChecksumException;
import io.sprockets.dynamodb.error.ServiceError;
import io.sprockets.dynamodb.error.ServiceErrors;
import io.sprockets.dynamodb.test.Vectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Retries step by step, as AWS's suites have them. Jitter is 1, so a delay is its limit.
 */
class RetryVectorTests {

	private static final FailedCall CALL = new FailedCall("GetItem", "Orders", null, 1);

	/**
	 * Of the standard mode before 2026, which this client does not offer: a timeout cost
	 * twice as much as another failure, and the service's delay counted alone, up to the
	 * longest one. Its other scenarios hold with its numbers in the settings.
	 */
	private static final Map<String, String> FORMER_RULES = Map.of("v2.0/quota-replenishes-on-success",
			"transient failures counted as timeouts, at cost 10", "v2.0/retry-after-capped-at-max-backoff",
			"the service's delay replaced the own one");

	@TestFactory
	Stream<DynamicTest> scenariosRunStepByStep() {
		return Vectors.read("retry-cases.json")
			.get("scenarios")
			.valueStream()
			.filter((scenario) -> !FORMER_RULES.containsKey(scenario.get("id").asString()))
			.map((scenario) -> dynamicTest(scenario.get("id").asString(), () -> run(scenario)));
	}

	@TestFactory
	Stream<DynamicTest> failuresAreClassified() {
		return Vectors.read("retry-cases.json")
			.get("classification")
			.valueStream()
			.map((row) -> dynamicTest(row.get("status") + " " + row.get("errorCode") + " " + row.get("exception"),
					() -> classify(row)));
	}

	@Test
	void noVectorIsLeftOut() {
		JsonNode vectors = Vectors.read("retry-cases.json");
		assertThat(vectors.get("scenarios")).hasSize(32);
		assertThat(vectors.get("classification")).hasSize(35);
		assertThat(vectors.get("scenarios").valueStream().map((scenario) -> scenario.get("id").asString()))
			.containsAll(FORMER_RULES.keySet());
	}

	private static void run(JsonNode scenario) {
		JsonNode config = scenario.get("config");
		if (scenario.get("spec").asString().equals("java-legacy")) {
			assertThat(RetrySettings.legacy().maxAttempts()).isEqualTo(config.get("maxAttempts").asInt());
			assertThat(RetrySettings.legacy().transientBaseDelay()).hasMillis(config.get("baseDelayMs").asInt());
			assertRequests(scenario.get("steps").get(0));
			return;
		}
		boolean former = scenario.get("spec").asString().equals("2.0");
		RetrySettings settings = new RetrySettings(config.get("maxAttempts").asInt(), millis(config, "baseDelayMs"),
				millis(config, "throttlingBaseDelayMs"), millis(config, "maxBackoffMs"), 500, former ? 5 : 14, 5);
		if (scenario.get("service").asString("").equals("dynamodb") && settings.maxAttempts() == 4) {
			assertThat(settings).isEqualTo(RetrySettings.defaults());
		}
		RetryStrategy strategy = new RetryStrategy(settings, () -> 1.0);
		strategy.quota().available(config.get("initialCapacity").asInt());
		int lastCost = 0;
		for (JsonNode step : scenario.get("steps")) {
			lastCost = step.has("newRequest") ? 0 : step(strategy, step, lastCost);
		}
	}

	private static int step(RetryStrategy strategy, JsonNode step, int lastCost) {
		DynamoDbException failure = failure(step);
		int cost = lastCost;
		if (failure == null) {
			strategy.afterSuccess(lastCost);
			assertThat(step.get("retry").asBoolean()).isFalse();
		}
		else {
			RetryDecision decision = strategy.afterFailure(step.get("attempt").asInt(), failure, false);
			assertThat(decision.isRetry()).isEqualTo(step.get("retry").asBoolean());
			if (decision.isRetry()) {
				assertThat(decision.delay()).isEqualTo(millis(step, "delayMs"));
				cost = decision.cost();
			}
		}
		if (!step.get("capacityAfter").isNull()) {
			assertThat(strategy.availableQuota()).isEqualTo(step.get("capacityAfter").asInt());
		}
		return cost;
	}

	private static void assertRequests(JsonNode step) {
		RetryStrategy strategy = new RetryStrategy(RetrySettings.legacy(), () -> 1.0);
		int requests = 1;
		while (strategy.afterFailure(requests, service(step.get("always").asInt(), null, null), false).isRetry()) {
			requests++;
		}
		assertThat(requests).isEqualTo(step.get("expectRequests").asInt());
	}

	private static @Nullable DynamoDbException failure(JsonNode step) {
		String retryAfter = step.has("retryAfterHeader") ? step.get("retryAfterHeader").asString()
				: step.has("retryAfterMs") ? step.get("retryAfterMs").asString() : null;
		return switch (step.get("outcome").asString()) {
			case "success" -> null;
			case "server-error" -> service(500, null, retryAfter);
			case "throttling" -> service(400, "ThrottlingException", retryAfter);
			case "client-error" -> service(400, "ValidationException", retryAfter);
			case "timeout" -> new AttemptTimeoutException("late", CALL, null);
			case "transient" -> (retryAfter != null) ? service(503, null, retryAfter)
					: new ConnectionClosedException("closed", CALL, null);
			default -> throw new IllegalArgumentException(step.toString());
		};
	}

	private static void classify(JsonNode row) {
		DynamoDbException failure = switch (row.get("exception").asString("")) {
			case "" -> service(row.get("status").asInt(), row.get("errorCode").asString(null), null);
			case "read timeout" -> new AttemptTimeoutException("late", CALL, null);
			case "x-amz-crc32 of a DynamoDB response does not match" ->
				new ResponseChecksumException("damaged", CALL, 200, Map.of(), new byte[0], null);
			default -> new ConnectionClosedException("closed", CALL, null);
		};
		assertThat(RetryClassifier.classify(failure).name()).isEqualToIgnoringCase(row.get("kind").asString());
	}

	private static DynamoDbException service(int status, @Nullable String code, @Nullable String retryAfter) {
		Map<String, List<String>> headers = (retryAfter != null) ? Map.of("x-amz-retry-after", List.of(retryAfter))
				: Map.of();
		return ServiceErrors
			.toException(new ServiceError(code, null, status, null, headers, new byte[0], Map.of(), CALL));
	}

	private static Duration millis(JsonNode node, String name) {
		return Duration.ofMillis(node.get(name).asLong());
	}

}
