package io.sprockets.dynamodb.execution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.observation.AttemptObservationContext;
import io.sprockets.dynamodb.observation.DynamoDbObservationContext;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What observers learn of a call, and when.
 */
class ObservedCallTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final List<String> events = new CopyOnWriteArrayList<>();

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{\"Item\":{\"id\":{\"S\":\"1\"}}}"));

	private final DynamoDbClient client = this.server.clientBuilder().observationRegistry(this.registry).build();

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@Test
	void nothingStartsBeforeThereIsDemand() {
		record();
		StepVerifier.create(getItem(), 0)
			.then(() -> assertThat(this.events).isEmpty())
			.thenRequest(1)
			.expectNextCount(1)
			.expectComplete()
			.verify(SOON);
		assertThat(this.events).containsExactly("start call", "start 1", "stop 1 SUCCESS", "stop call SUCCESS");
	}

	@Test
	void absentItemIsSuccess() {
		record();
		this.server.script(FaultAnswer.ok("{}"));
		StepVerifier.create(getItem()).expectComplete().verify(SOON);
		assertThat(this.events).last().isEqualTo("stop call SUCCESS");
	}

	@Test
	void everyAttemptIsObservedInsideOfTheCall() {
		record();
		this.server.script(FaultAnswer.error(500, "InternalServerError"), FaultAnswer.ok("{}"));
		StepVerifier.create(getItem()).expectComplete().verify(SOON);
		assertThat(this.events).containsExactly("start call", "start 1", "stop 1 SERVER_ERROR", "start 2",
				"stop 2 SUCCESS", "stop call SUCCESS");
	}

	@Test
	void cancellationEndsTheAttemptBeforeTheCall() {
		record();
		this.server.script(FaultAnswer.silence());
		StepVerifier.create(getItem())
			.then(() -> Awaitility.await().atMost(SOON).until(() -> this.server.requests().size() == 1))
			.thenCancel()
			.verify(SOON);
		assertThat(this.events).containsExactly("start call", "start 1", "stop 1 CANCELLED", "stop call CANCELLED");
	}

	@Test
	void timeTheSubscriberTakesIsNotObserved() {
		record();
		StepVerifier.create(getItem().doOnNext((item) -> this.events.add("subscriber")))
			.expectNextCount(1)
			.expectComplete()
			.verify(SOON);
		assertThat(this.events).last().isEqualTo("subscriber");
	}

	@Test
	void parentIsTheObservationInTheReactorContext() {
		Observation parent = Observation.start("parent", this.registry);
		StepVerifier.create(getItem().contextWrite((context) -> context.put("micrometer.observation", parent)))
			.expectNextCount(1)
			.expectComplete()
			.verify(SOON);
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo("dynamodb.client.operations")
			.that()
			.hasParentObservationEqualTo(parent);
	}

	@Test
	void throwingHandlerDoesNotKeepTheResultFromTheSubscriber() {
		this.registry.observationConfig().observationHandler(new Throwing(false));
		StepVerifier.create(getItem())
			.expectNextCount(1)
			.expectComplete()
			.verifyThenAssertThat(SOON)
			.hasDroppedErrors();
	}

	@Test
	void handlerOfAnotherVersionDoesNotKeepTheResultFromTheSubscriber() {
		this.registry.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStop(Observation.Context context) {
				throw new NoSuchMethodError("tracer");
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		StepVerifier.create(getItem()).expectNextCount(1).expectComplete().verify(SOON);
	}

	@Test
	void handlerThatThrowsAtTheStartFailsTheCall() {
		this.registry.observationConfig().observationHandler(new Throwing(true));
		StepVerifier.create(getItem()).expectErrorMessage("meter").verify(SOON);
	}

	private Mono<Map<String, Object>> getItem() {
		return this.client.getItem("orders").key("id", "1").one();
	}

	private void record() {
		this.registry.observationConfig().observationHandler(new Recording(this.events));
	}

	private record Recording(List<String> events) implements ObservationHandler<DynamoDbObservationContext> {

		@Override
		public void onStart(DynamoDbObservationContext context) {
			this.events.add("start " + name(context));
		}

		@Override
		public void onStop(DynamoDbObservationContext context) {
			this.events.add("stop " + name(context) + " " + context.getOutcome());
		}

		private static String name(DynamoDbObservationContext context) {
			return (context instanceof AttemptObservationContext attempt) ? Integer.toString(attempt.getAttempt())
					: "call";
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof DynamoDbObservationContext;
		}

	}

	private record Throwing(boolean atTheStart) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStart(Observation.Context context) {
			if (this.atTheStart) {
				throw new IllegalArgumentException("meter");
			}
		}

		@Override
		public void onStop(Observation.Context context) {
			if (!this.atTheStart) {
				throw new IllegalArgumentException("meter");
			}
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
