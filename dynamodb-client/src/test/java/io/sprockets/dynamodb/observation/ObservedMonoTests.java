package io.sprockets.dynamodb.observation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.util.RaceTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

class ObservedMonoTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final OperationObservationContext context = new OperationObservationContext("GetItem", "Orders");

	private final ClientObservations observations = new ClientObservations(this.registry, null, null);

	private final List<String> events = new CopyOnWriteArrayList<>();

	ObservedMonoTests() {
		this.registry.observationConfig().observationHandler(new RecordingHandler(this.events));
	}

	@Test
	void nothingStartsBeforeSubscription() {
		Mono<String> call = this.observations.observe(Mono.just("item"), this.context);
		assertThat(this.events).isEmpty();
		StepVerifier.create(call).expectNext("item").expectComplete().verify(SOON);
		assertThat(this.events).containsExactly("start GetItem", "stop SUCCESS");
	}

	@Test
	void absentItemIsSuccess() {
		StepVerifier.create(this.observations.observe(Mono.empty(), this.context)).expectComplete().verify(SOON);
		assertThat(this.events).containsExactly("start GetItem", "stop SUCCESS");
	}

	@Test
	void errorIsRecordedAndPassedOn() {
		RuntimeException error = Errors.service("ValidationException", 400);
		StepVerifier.create(this.observations.observe(Mono.error(error), this.context))
			.expectErrorSatisfies((actual) -> assertThat(actual).isSameAs(error))
			.verify(SOON);
		assertThat(this.events).containsExactly("start GetItem", "error CLIENT_ERROR", "stop CLIENT_ERROR");
		assertThat(this.registry).hasSingleObservationThat().hasBeenStopped().hasError(error);
	}

	@Test
	void cancellationIsRecordedAndReachesTheCall() {
		TestPublisher<String> call = TestPublisher.create();
		StepVerifier.create(this.observations.observe(call.mono(), this.context)).thenCancel().verify(SOON);
		call.assertCancelled();
		assertThat(this.events).containsExactly("start GetItem", "stop CANCELLED");
	}

	@Test
	void cancellationAfterTheValueChangesNothing() {
		TestPublisher<String> call = TestPublisher.create();
		StepVerifier.create(this.observations.observe(call.mono(), this.context))
			.then(() -> call.next("item"))
			.expectNext("item")
			.thenCancel()
			.verify(SOON);
		assertThat(this.events).containsExactly("start GetItem", "stop SUCCESS");
	}

	@Test
	void signalAfterCancellationChangesNothing() {
		TestPublisher<String> call = TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
		StepVerifier.create(this.observations.observe(call.mono(), this.context)).thenCancel().verify(SOON);
		call.error(Errors.transport());
		assertThat(this.events).containsExactly("start GetItem", "stop CANCELLED");
	}

	@RepeatedTest(50)
	void valueAndCancellationThatRaceStopOnce() {
		TestPublisher<String> call = TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
		Disposable subscription = this.observations.observe(call.mono(), this.context).subscribe();
		RaceTestUtils.race(() -> call.next("item"), subscription::dispose);
		assertThat(this.events).hasSize(2).last(STRING).isIn("stop SUCCESS", "stop CANCELLED");
	}

	@Test
	void timeTheSubscriberTakesIsNotObserved() {
		Mono<String> call = this.observations.observe(Mono.just("item"), this.context)
			.doOnNext((value) -> this.events.add("subscriber"));
		StepVerifier.create(call).expectNext("item").expectComplete().verify(SOON);
		assertThat(this.events).containsExactly("start GetItem", "stop SUCCESS", "subscriber");
	}

	@Test
	void attemptsAreChildrenAndEndBeforeTheOperation() {
		List<Observation.Context> attempts = new ArrayList<>();
		Mono<String> attempt = Mono.defer(() -> {
			AttemptObservationContext context = this.context.nextAttempt();
			attempts.add(context);
			Mono<String> exchange = (context.getAttempt() == 1) ? Mono.error(Errors.throttled()) : Mono.just("item");
			return this.observations.observe(exchange, context);
		});
		StepVerifier.create(this.observations.observe(attempt.retry(1), this.context))
			.expectNext("item")
			.expectComplete()
			.verify(SOON);
		assertThat(this.events).containsExactly("start GetItem", "start GetItem", "error THROTTLED", "stop THROTTLED",
				"start GetItem", "stop SUCCESS", "stop SUCCESS");
		assertThat(this.registry).hasNumberOfObservationsWithNameEqualTo("dynamodb.client.attempts", 2)
			.hasNumberOfObservationsWithNameEqualTo("dynamodb.client.operations", 1);
		assertThat(attempts).extracting((child) -> child.getParentObservation().getContextView())
			.containsExactly(this.context, this.context);
	}

	@Test
	void cancellationEndsAttemptBeforeOperation() {
		Mono<String> attempt = Mono
			.defer(() -> this.observations.observe(Mono.<String>never(), this.context.nextAttempt()));
		StepVerifier.create(this.observations.observe(attempt, this.context)).thenCancel().verify(SOON);
		assertThat(this.events).containsExactly("start GetItem", "start GetItem", "stop CANCELLED", "stop CANCELLED");
	}

	@Test
	void parentComesFromTheReactorContextBeforeTheThread() {
		Observation thread = Observation.start("thread", this.registry);
		Observation reactor = Observation.start("reactor", this.registry);
		thread.scoped(() -> StepVerifier
			.create(this.observations.observe(Mono.just("item"), this.context)
				.contextWrite((view) -> view.put(ObservedMono.OBSERVATION_KEY, reactor)))
			.expectNext("item")
			.expectComplete()
			.verify(SOON));
		assertThat(this.context.getParentObservation()).isSameAs(reactor);
	}

	@Test
	void parentIsTheThreadsObservationWithoutOneInTheReactorContext() {
		Observation thread = Observation.start("thread", this.registry);
		thread.scoped(() -> StepVerifier.create(this.observations.observe(Mono.just("item"), this.context))
			.expectNext("item")
			.expectComplete()
			.verify(SOON));
		assertThat(this.context.getParentObservation()).isSameAs(thread);
	}

	@Test
	void callFindsItsObservationInTheReactorContext() {
		Mono<Object> call = Mono.deferContextual((view) -> Mono.just(view.get("micrometer.observation")));
		StepVerifier.create(this.observations.observe(call, this.context))
			.expectNextMatches((found) -> ((Observation) found).getContext() == this.context)
			.expectComplete()
			.verify(SOON);
	}

	@Test
	void operatorCanBeScanned() {
		AtomicReference<Subscription> found = new AtomicReference<>();
		this.observations.observe(Mono.never(), this.context).doOnSubscribe(found::set).subscribe().dispose();
		Scannable scannable = Scannable.from(found.get());
		assertThat(scannable.scan(Scannable.Attr.PARENT)).isNotNull();
		assertThat(scannable.scan(Scannable.Attr.ACTUAL)).isNotNull();
		assertThat(scannable.scan(Scannable.Attr.RUN_STYLE)).isEqualTo(Scannable.Attr.RunStyle.SYNC);
	}

	@Test
	void secondSubscriptionWithTheSameContextFails() {
		Mono<String> call = this.observations.observe(Mono.just("item"), this.context);
		StepVerifier.create(call).expectNext("item").expectComplete().verify(SOON);
		StepVerifier.create(call)
			.expectErrorSatisfies((error) -> assertThat(error).isInstanceOf(IllegalStateException.class)
				.hasMessageContaining("each subscription"))
			.verify(SOON);
		assertThat(this.events).hasSize(2);
	}

	@Test
	void throwingHandlerDoesNotKeepTheResultFromTheSubscriber() {
		IllegalArgumentException failure = new IllegalArgumentException("meter");
		this.registry.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStop(Observation.Context context) {
				throw failure;
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		StepVerifier.create(this.observations.observe(Mono.just("item"), this.context))
			.expectNext("item")
			.expectComplete()
			.verifyThenAssertThat(SOON)
			.hasDroppedErrorWithMessage("meter");
	}

	@Test
	void handlerThatThrowsAtTheStartFailsTheCall() {
		this.registry.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStart(Observation.Context context) {
				throw new IllegalArgumentException("meter");
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		StepVerifier.create(this.observations.observe(Mono.just("item"), this.context))
			.expectErrorMessage("meter")
			.verify(SOON);
	}

}
