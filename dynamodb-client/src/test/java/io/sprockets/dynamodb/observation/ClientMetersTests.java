package io.sprockets.dynamodb.observation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
import reactor.util.context.Context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What an application's meter registry shows.
 */
class ClientMetersTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ObservationRegistry registry = ObservationRegistry.create();

	private final ClientObservations observations = new ClientObservations(this.registry, null, null);

	ClientMetersTests() {
		this.registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(this.meters));
	}

	static Stream<Arguments> endings() {
		return Stream.of(arguments(ending(CallObservation::succeed), "SUCCESS", "none", "none"),
				arguments(ending((call) -> call.fail(Errors.service("ValidationException", 400))), "CLIENT_ERROR",
						"ValidationException", "ValidationException"),
				arguments(ending((call) -> call.fail(Errors.throttled())), "THROTTLED",
						"ProvisionedThroughputExceededException", "ProvisionedThroughputExceededException"),
				arguments(ending((call) -> call.fail(Errors.transport())), "TRANSPORT_ERROR",
						"ConnectionClosedException", "ConnectionClosedException"),
				arguments(ending(CallObservation::cancel), "CANCELLED", "none", "none"));
	}

	@ParameterizedTest
	@MethodSource("endings")
	void everyEndingGivesOneTimerOfEachKindWithAllTags(Consumer<CallObservation> ending, String outcome, String code,
			String error) {
		run(ending);
		assertThat(tags("dynamodb.client.operations")).containsExactly(Map.of("operation", "GetItem", "table", "Orders",
				"outcome", outcome, "error.code", code, "error", error));
		assertThat(tags("dynamodb.client.attempts")).containsExactly(Map.of("operation", "GetItem", "table", "Orders",
				"attempt", "1", "outcome", outcome, "error.code", code, "error", error));
		assertThat(this.meters.get("dynamodb.client.operations").timer().count()).isOne();
	}

	@Test
	@SuppressWarnings("unchecked")
	void timersOfAllEndingsHaveTheSameTagKeys() {
		endings().forEach((ending) -> run((Consumer<CallObservation>) ending.get()[0]));
		assertThat(tagKeys("dynamodb.client.operations")).hasSize(1);
		assertThat(tagKeys("dynamodb.client.attempts")).hasSize(1);
		assertThat(this.meters.get("dynamodb.client.operations").timers()).hasSize(5);
	}

	@Test
	void runningCallIsActiveWithUnknownOutcome() {
		OperationObservationContext context = new OperationObservationContext("Query", "Orders");
		CallObservation call = this.observations.start(context, Context.empty());
		assertThat(this.meters.get("dynamodb.client.operations.active")
			.tags("outcome", "UNKNOWN", "operation", "Query", "table", "Orders", "error.code", "none")
			.longTaskTimer()
			.activeTasks()).isOne();
		call.cancel();
		assertThat(this.meters.get("dynamodb.client.operations.active").longTaskTimer().activeTasks()).isZero();
	}

	private static Consumer<CallObservation> ending(Consumer<CallObservation> ending) {
		return ending;
	}

	private void run(Consumer<CallObservation> ending) {
		OperationObservationContext context = new OperationObservationContext("GetItem",
				"arn:aws:dynamodb:us-east-1:123456789012:table/Orders");
		CallObservation call = this.observations.start(context, Context.empty());
		ending.accept(this.observations.start(context.nextAttempt(), call.in(Context.empty())));
		ending.accept(call);
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
