package io.sprockets.dynamodb.observation;

import java.time.Duration;
import java.util.ArrayList;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class ClientObservationsTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final OperationObservationContext context = new OperationObservationContext("GetItem", "Orders");

	private final ClientObservations observations = new ClientObservations(this.registry, null, null);

	@Test
	void noopRegistryLeavesTheCallAsItIs() {
		ClientObservations disabled = new ClientObservations(ObservationRegistry.NOOP, null, null);
		Mono<String> call = Mono.just("item");
		assertThat(disabled.isEnabled()).isFalse();
		assertThat(disabled.observe(call, this.context)).isSameAs(call);
		assertThat(disabled.observe(call, this.context.nextAttempt())).isSameAs(call);
	}

	@Test
	void registryWithoutHandlersIsDisabledUntilItGetsOne() {
		ObservationRegistry late = ObservationRegistry.create();
		ClientObservations observations = new ClientObservations(late, null, null);
		assertThat(observations.isEnabled()).isFalse();
		late.observationConfig().observationHandler(new RecordingHandler(new ArrayList<>()));
		assertThat(observations.isEnabled()).isTrue();
	}

	@Test
	void observationThatAPredicateRefusesLeavesTheCallAsItIs() {
		this.registry.observationConfig()
			.observationPredicate((name, context) -> !name.equals("dynamodb.client.attempts"));
		Mono<String> call = Mono.just("item");
		assertThat(this.observations.observe(call, this.context.nextAttempt())).isSameAs(call);
		assertThat(this.observations.observe(call, this.context)).isNotSameAs(call);
	}

	@Test
	void customConventionsReplaceNames() {
		ClientObservations custom = new ClientObservations(this.registry,
				new DefaultOperationObservationConvention("orders.db"),
				new DefaultAttemptObservationConvention("orders.try"));
		Mono<String> attempt = Mono.defer(() -> custom.observe(Mono.just("item"), this.context.nextAttempt()));
		StepVerifier.create(custom.observe(attempt, this.context)).expectNext("item").expectComplete().verify(SOON);
		assertThat(this.registry).hasNumberOfObservationsWithNameEqualTo("orders.db", 1)
			.hasNumberOfObservationsWithNameEqualTo("orders.try", 1);
	}

	@Test
	void conventionOfTheRegistryAddsKeys() {
		this.registry.observationConfig().observationConvention(new TeamConvention());
		StepVerifier.create(this.observations.observe(Mono.just("item"), this.context))
			.expectNext("item")
			.expectComplete()
			.verify(SOON);
		assertThat(this.registry).hasSingleObservationThat()
			.hasNameEqualTo("dynamodb.client.operations")
			.hasLowCardinalityKeyValue("team", "checkout")
			.hasLowCardinalityKeyValue("outcome", "SUCCESS");
	}

	static class TeamConvention extends DefaultOperationObservationConvention
			implements GlobalObservationConvention<OperationObservationContext> {

		@Override
		public KeyValues getLowCardinalityKeyValues(OperationObservationContext context) {
			return super.getLowCardinalityKeyValues(context).and("team", "checkout");
		}

	}

}
