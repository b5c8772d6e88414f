package io.sprockets.dynamodb.observation;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.Scannable;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Passes signals on and stops the observation at the first that ends it. It is stopped
 * before the signal goes on, so that the time the subscriber takes is not the call's.
 */
final class ObservedSubscriber<T> implements CoreSubscriber<T>, Subscription, Scannable {

	private final CoreSubscriber<? super T> actual;

	private final Observation observation;

	private final DynamoDbObservationContext context;

	private final Context reactorContext;

	private @Nullable Subscription subscription;

	ObservedSubscriber(CoreSubscriber<? super T> actual, Observation observation, DynamoDbObservationContext context) {
		this.actual = actual;
		this.observation = observation;
		this.context = context;
		this.reactorContext = actual.currentContext().put(ObservedMono.OBSERVATION_KEY, observation);
	}

	@Override
	public Context currentContext() {
		return this.reactorContext;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		if (Operators.validate(this.subscription, subscription)) {
			this.subscription = subscription;
			this.actual.onSubscribe(this);
		}
	}

	@Override
	public void onNext(T value) {
		if (this.context.end()) {
			stop(null);
		}
		this.actual.onNext(value);
	}

	@Override
	public void onError(Throwable error) {
		if (this.context.end()) {
			stop(error);
		}
		this.actual.onError(error);
	}

	@Override
	public void onComplete() {
		if (this.context.end()) {
			stop(null);
		}
		this.actual.onComplete();
	}

	@Override
	public void request(long n) {
		if (this.subscription != null) {
			this.subscription.request(n);
		}
	}

	@Override
	public void cancel() {
		if (this.subscription != null) {
			this.subscription.cancel();
		}
		if (this.context.cancel()) {
			stop(null);
		}
	}

	/**
	 * Stops the observation. A handler that throws must not keep the signal from the
	 * subscriber, who would wait forever.
	 */
	private void stop(@Nullable Throwable error) {
		try {
			if (error != null) {
				this.observation.error(error);
			}
			this.observation.stop();
		}
		catch (Throwable ex) {
			Exceptions.throwIfFatal(ex);
			Operators.onErrorDropped(ex, this.reactorContext);
		}
	}

	@Override
	@SuppressWarnings("rawtypes")
	public @Nullable Object scanUnsafe(Attr key) {
		if (Attr.PARENT.equals(key)) {
			return this.subscription;
		}
		if (Attr.ACTUAL.equals(key)) {
			return this.actual;
		}
		return Attr.RUN_STYLE.equals(key) ? Attr.RunStyle.SYNC : null;
	}

}
