package io.sprockets.dynamodb.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import reactor.test.util.RaceTestUtils;
import reactor.util.context.Context;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

class CallObservationTests {

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final OperationObservationContext context = new OperationObservationContext("GetItem", "Orders");

	private final ClientObservations observations = new ClientObservations(this.registry, null, null);

	private final List<String> events = new CopyOnWriteArrayList<>();

	CallObservationTests() {
		this.registry.observationConfig().observationHandler(new RecordingHandler(this.events));
	}

	@Test
	void successEndsIt() {
		start().succeed();
		assertThat(this.events).containsExactly("start GetItem", "stop SUCCESS");
	}

	@Test
	void failureIsRecorded() {
		RuntimeException error = Errors.service("ValidationException", 400);
		start().fail(error);
		assertThat(this.events).containsExactly("start GetItem", "error CLIENT_ERROR", "stop CLIENT_ERROR");
		assertThat(this.registry).hasSingleObservationThat().hasBeenStopped().hasError(error);
	}

	@Test
	void cancellationIsRecorded() {
		start().cancel();
		assertThat(this.events).containsExactly("start GetItem", "stop CANCELLED");
	}

	@Test
	void onlyTheFirstEndCounts() {
		CallObservation observation = start();
		observation.succeed();
		observation.cancel();
		observation.fail(Errors.transport());
		assertThat(this.events).containsExactly("start GetItem", "stop SUCCESS");
	}

	@RepeatedTest(50)
	void successAndCancellationThatRaceStopOnce() {
		CallObservation observation = start();
		RaceTestUtils.race(observation::succeed, observation::cancel);
		assertThat(this.events).hasSize(2).last(STRING).isIn("stop SUCCESS", "stop CANCELLED");
	}

	@Test
	void attemptsAreChildrenOfTheOperation() {
		List<Observation.Context> attempts = new ArrayList<>();
		Context inOperation = start().in(Context.empty());
		for (int i = 0; i < 2; i++) {
			AttemptObservationContext attempt = this.context.nextAttempt();
			attempts.add(attempt);
			this.observations.start(attempt, inOperation).succeed();
		}
		assertThat(attempts).extracting((child) -> child.getParentObservation().getContextView())
			.containsExactly(this.context, this.context);
	}

	@Test
	void parentComesFromTheReactorContextBeforeTheThread() {
		Observation thread = Observation.start("thread", this.registry);
		Observation reactor = Observation.start("reactor", this.registry);
		thread.scoped(() -> this.observations.start(this.context, Context.of(CallObservation.KEY, reactor)).succeed());
		assertThat(this.context.getParentObservation()).isSameAs(reactor);
	}

	@Test
	void parentIsTheThreadsObservationWithoutOneInTheReactorContext() {
		Observation thread = Observation.start("thread", this.registry);
		thread.scoped(() -> start().succeed());
		assertThat(this.context.getParentObservation()).isSameAs(thread);
	}

	@Test
	void whatIsObservedFindsItInTheReactorContext() {
		Observation found = start().in(Context.of("own", 1)).get("micrometer.observation");
		assertThat(found.getContext()).isSameAs(this.context);
	}

	@Test
	void contextServesOneCall() {
		start().succeed();
		assertThatIllegalStateException().isThrownBy(this::start).withMessageContaining("each subscription");
		assertThat(this.events).hasSize(2);
	}

	private CallObservation start() {
		return this.observations.start(this.context, Context.empty());
	}

}
