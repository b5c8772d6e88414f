package io.sprockets.dynamodb.execution;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Waits for what a call needs before it can go on: endpoint, credentials, the time of the
 * next attempt.
 *
 * @param <V> what is waited for
 */
final class Lookup<V> implements CoreSubscriber<V> {

	private final OperationCall<?> call;

	private final Step<V> next;

	private boolean done;

	Lookup(OperationCall<?> call, Step<V> next) {
		this.call = call;
		this.next = next;
	}

	/**
	 * Says whether the value is there already, which it is but for the first call.
	 */
	static boolean isKnown(Mono<?> lookup) {
		return lookup instanceof Fuseable.ScalarCallable;
	}

	/**
	 * Returns the value that is there already, {@code null} if it is known that there is
	 * none.
	 */
	@SuppressWarnings("unchecked")
	static <V> @Nullable V known(Mono<V> lookup) throws Exception {
		return ((Fuseable.ScalarCallable<V>) lookup).call();
	}

	@Override
	public Context currentContext() {
		return this.call.currentContext();
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		if (this.call.waitFor(subscription)) {
			subscription.request(Long.MAX_VALUE);
		}
	}

	@Override
	public void onNext(V value) {
		goOn(value);
	}

	@Override
	public void onComplete() {
		goOn(null);
	}

	private void goOn(@Nullable V value) {
		if (!this.done) {
			this.done = true;
			try {
				this.next.take(value);
			}
			catch (Throwable ex) {
				this.call.afterFailure(ex, null);
			}
		}
	}

	@Override
	public void onError(Throwable failure) {
		if (!this.done) {
			this.done = true;
			this.call.afterFailure(failure, null);
		}
	}

	/**
	 * What follows on a value.
	 *
	 * @param <V> the value
	 */
	@FunctionalInterface
	interface Step<V> {

		/**
		 * Goes on.
		 * @param value what was waited for, {@code null} if it turned out to be nothing
		 * @throws Exception what the call then goes on with
		 */
		void take(@Nullable V value) throws Exception;

	}

}
