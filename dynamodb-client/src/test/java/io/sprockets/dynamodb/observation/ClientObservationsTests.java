package io.sprockets.dynamodb.observation;

import java.util.ArrayList;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.Test;
import reactor.util.context.Context;

import static org.assertj.core.api.Assertions.assertThat;

class ClientObservationsTests {

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final OperationObservationContext context = new OperationObservationContext("GetItem", "Orders");

	private final ClientObservations observations = new ClientObservations(this.registry, null, null);

	@Test
	void noopRegistryLeavesTheCallAsItIs() {
		ClientObservations disabled = new ClientObservations(ObservationRegistry.NOOP, null, null);
		assertThat(disabled.isEnabled()).isFalse();
		assertThat(disabled.start(this.context, Context.empty())).isSameAs(CallObservation.NONE);
		assertThat(disabled.start(this.context.nextAttempt(), Context.empty())).isSameAs(CallObservation.NONE);
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
		assertThat(this.observations.start(this.context.nextAttempt(), Context.empty())).isSameAs(CallObservation.NONE);
		assertThat(this.observations.start(this.context, Context.empty())).isNotSameAs(CallObservation.NONE);
	}

	@Test
	void customConventionsReplaceNames() {
		ClientObservations custom = new ClientObservations(this.registry,
				new DefaultOperationObservationConvention("orders.db"),
				new DefaultAttemptObservationConvention("orders.try"));
		custom.start(this.context, Context.empty()).succeed();
		custom.start(this.context.nextAttempt(), Context.empty()).succeed();
		assertThat(this.registry).hasNumberOfObservationsWithNameEqualTo("orders.db", 1)
			.hasNumberOfObservationsWithNameEqualTo("orders.try", 1);
	}

	@Test
	void conventionOfTheRegistryAddsKeys() {
		this.registry.observationConfig().observationConvention(new TeamConvention());
		this.observations.start(this.context, Context.empty()).succeed();
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
