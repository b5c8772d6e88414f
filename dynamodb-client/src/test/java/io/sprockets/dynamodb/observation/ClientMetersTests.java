package io.sprockets.dynamodb.observation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What an application's meter registry shows.
 */
class ClientMetersTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ObservationRegistry registry = ObservationRegistry.create();

	private final ClientObservations observations = new ClientObservations(this.registry, null, null);

	ClientMetersTests() {
		this.registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(this.meters));
	}

	static Stream<Arguments> endings() {
		return Stream.of(arguments(Mono.just("item"), "SUCCESS", "none", "none"),
				arguments(Mono.error(Errors.service("ValidationException", 400)), "CLIENT_ERROR", "ValidationException",
						"ValidationException"),
				arguments(Mono.error(Errors.throttled()), "THROTTLED", "ProvisionedThroughputExceededException",
						"ProvisionedThroughputExceededException"),
				arguments(Mono.error(Errors.transport()), "TRANSPORT_ERROR", "ConnectionClosedException",
						"ConnectionClosedException"),
				arguments(Mono.never(), "CANCELLED", "none", "none"));
	}

	@ParameterizedTest
	@MethodSource("endings")
	void everyEndingGivesOneTimerOfEachKindWithAllTags(Mono<?> exchange, String outcome, String code, String error) {
		run(exchange);
		assertThat(tags("dynamodb.client.operations")).containsExactly(Map.of("operation", "GetItem", "table", "Orders",
				"outcome", outcome, "error.code", code, "error", error));
		assertThat(tags("dynamodb.client.attempts")).containsExactly(Map.of("operation", "GetItem", "table", "Orders",
				"attempt", "1", "outcome", outcome, "error.code", code, "error", error));
		assertThat(this.meters.get("dynamodb.client.operations").timer().count()).isOne();
	}

	@Test
	void timersOfAllEndingsHaveTheSameTagKeys() {
		endings().forEach((ending) -> run((Mono<?>) ending.get()[0]));
		assertThat(tagKeys("dynamodb.client.operations")).hasSize(1);
		assertThat(tagKeys("dynamodb.client.attempts")).hasSize(1);
		assertThat(this.meters.get("dynamodb.client.operations").timers()).hasSize(5);
	}

	@Test
	void runningCallIsActiveWithUnknownOutcome() {
		OperationObservationContext context = new OperationObservationContext("Query", "Orders");
		StepVerifier.create(this.observations.observe(Mono.never(), context)).then(() -> {
			assertThat(this.meters.get("dynamodb.client.operations.active")
				.tags("outcome", "UNKNOWN", "operation", "Query", "table", "Orders", "error.code", "none")
				.longTaskTimer()
				.activeTasks()).isOne();
		}).thenCancel().verify(SOON);
		assertThat(this.meters.get("dynamodb.client.operations.active").longTaskTimer().activeTasks()).isZero();
	}

	private void run(Mono<?> exchange) {
		OperationObservationContext context = new OperationObservationContext("GetItem",
				"arn:aws:dynamodb:us-east-1:123456789012:table/Orders");
		Mono<?> attempt = Mono.defer(() -> this.observations.observe(exchange, context.nextAttempt()));
		this.observations.observe(attempt, context).subscribe((value) -> {
		}, (error) -> {
		}).dispose();
	}

	private List<Map<String, String>> tags(String name) {
		return this.meters.get(name)
			.timers()
			.stream()
			.map((timer) -> timer.getId().getTags().stream().collect(Collectors.toMap(Tag::getKey, Tag::getValue)))
			.toList();
	}

	private Set<List<String>> tagKeys(String name) {
		return this.meters.get(name)
			.timers()
			.stream()
			.map(Timer::getId)
			.map(Meter.Id::getTags)
			.map((tags) -> tags.stream().map(Tag::getKey).toList())
			.collect(Collectors.toSet());
	}

}
