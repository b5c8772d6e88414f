package io.sprockets.dynamodb.observation;

import io.micrometer.observation.Observation;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;

/**
 * A call that is observed while its one subscriber waits. An operator of its own because
 * start, stop, cancellation and context composed of Reactor's operators are several of
 * them, on every call.
 */
final class ObservedMono<T> extends MonoOperator<T, T> {

	/**
	 * Key of the current observation in the Reactor context, by Micrometer's
	 * {@code ObservationThreadLocalAccessor}; not read from there because that class
	 * cannot be loaded without the optional context-propagation library.
	 */
	static final String OBSERVATION_KEY = "micrometer.observation";

	private final Observation observation;

	private final DynamoDbObservationContext context;

	ObservedMono(Mono<T> source, Observation observation, DynamoDbObservationContext context) {
		super(source);
		this.observation = observation;
		this.context = context;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		if (!this.context.begin()) {
			Operators.error(actual, new IllegalStateException("Observed for a second time: "
					+ this.context.getOperation() + "; the context has to be made for each subscription"));
			return;
		}
		actual.currentContext().<Observation>getOrEmpty(OBSERVATION_KEY).ifPresent(this.observation::parentObservation);
		this.observation.start();
		this.source.subscribe(new ObservedSubscriber<>(actual, this.observation, this.context));
	}

}
