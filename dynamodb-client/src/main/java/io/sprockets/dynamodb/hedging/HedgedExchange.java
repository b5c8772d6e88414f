package io.sprockets.dynamodb.hedging;

import java.util.concurrent.atomic.AtomicReference;

import io.sprockets.dynamodb.error.ConnectionClosedException;
import io.sprockets.dynamodb.transport.HttpAnswer;
import io.sprockets.dynamodb.transport.HttpAttempt;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * An exchange that is made a second time if it is slow. The first success counts. An
 * error counts only if there is nothing else to wait for.
 */
final class HedgedExchange extends Mono<HttpAnswer> {

	private final Mono<HttpAnswer> exchange;

	private final Hedging hedging;

	private final HttpAttempt attempt;

	HedgedExchange(Mono<HttpAnswer> exchange, Hedging hedging, HttpAttempt attempt) {
		this.exchange = exchange;
		this.hedging = hedging;
		this.attempt = attempt;
	}

	@Override
	public void subscribe(CoreSubscriber<? super HttpAnswer> actual) {
		Race race = new Race(actual);
		actual.onSubscribe(race);
		race.start();
	}

	/**
	 * The two requests of one exchange. What they do to the race, they do one at a time.
	 */
	private final class Race implements Subscription, Runnable {

		private final CoreSubscriber<? super HttpAnswer> actual;

		private final long startedAt = System.nanoTime();

		private final Request first = new Request(this, false);

		private final Request second = new Request(this, true);

		private int running = 1;

		private boolean over;

		private @Nullable HttpAnswer refusal;

		private @Nullable Throwable failure;

		private @Nullable Disposable timer;

		Race(CoreSubscriber<? super HttpAnswer> actual) {
			this.actual = actual;
		}

		void start() {
			long delay = HedgedExchange.this.hedging.delay(HedgedExchange.this.attempt.operation());
			if (delay != RecentTimes.UNKNOWN) {
				Disposable set = HedgedExchange.this.hedging.after(delay, this);
				synchronized (this) {
					this.timer = set;
				}
			}
			HedgedExchange.this.exchange.subscribe(this.first);
		}

		/**
		 * Sends the second request, as the first one is slow.
		 */
		@Override
		public void run() {
			synchronized (this) {
				if (this.over || !HedgedExchange.this.hedging.begin()) {
					return;
				}
				this.running++;
			}
			HedgedExchange.this.exchange.subscribe(this.second);
		}

		/**
		 * Takes an answer, which is lent to the caller of this method only.
		 */
		void answered(Request request, HttpAnswer answer) {
			synchronized (this) {
				this.running--;
				if (this.over) {
					return;
				}
				if (!answer.isSuccessful() && this.running > 0) {
					this.refusal = answer.detached();
					return;
				}
				this.over = true;
			}
			if (answer.isSuccessful()) {
				HedgedExchange.this.hedging.answered(HedgedExchange.this.attempt.operation(),
						System.nanoTime() - this.startedAt, request.isSecond);
			}
			stop(request.isSecond ? this.first : this.second);
			emit(answer);
		}

		void failed(Throwable failure) {
			HttpAnswer answer;
			Throwable shown;
			synchronized (this) {
				this.running--;
				if (this.failure == null) {
					this.failure = failure;
				}
				if (this.over || this.running > 0) {
					return;
				}
				this.over = true;
				answer = this.refusal;
				shown = this.failure;
			}
			stopTimer();
			if (answer != null) {
				emit(answer);
			}
			else {
				this.actual.onError(shown);
			}
		}

		Throwable withoutAnswer() {
			return new ConnectionClosedException("The exchange ended without an answer",
					HedgedExchange.this.attempt.failedCall(), null);
		}

		private void emit(HttpAnswer answer) {
			this.actual.onNext(answer);
			this.actual.onComplete();
		}

		@Override
		public void request(long n) {
			// There is one answer, and it is wanted
		}

		@Override
		public void cancel() {
			synchronized (this) {
				this.over = true;
			}
			stop(this.first);
			stop(this.second);
		}

		/**
		 * Gives up what still runs.
		 */
		private void stop(Request request) {
			stopTimer();
			request.cancel();
		}

		private void stopTimer() {
			Disposable set;
			synchronized (this) {
				set = this.timer;
			}
			if (set != null) {
				set.dispose();
			}
		}

	}

	/**
	 * One of the two.
	 */
	private static final class Request implements CoreSubscriber<HttpAnswer> {

		private final Race race;

		private final boolean isSecond;

		private final AtomicReference<@Nullable Subscription> upstream = new AtomicReference<>();

		private boolean done;

		Request(Race race, boolean isSecond) {
			this.race = race;
			this.isSecond = isSecond;
		}

		@Override
		public Context currentContext() {
			return this.race.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			if (this.upstream.compareAndSet(null, subscription)) {
				subscription.request(Long.MAX_VALUE);
			}
			else {
				subscription.cancel();
			}
		}

		@Override
		public void onNext(HttpAnswer answer) {
			if (!this.done) {
				this.done = true;
				this.race.answered(this, answer);
			}
		}

		@Override
		public void onError(Throwable failure) {
			if (!this.done) {
				this.done = true;
				this.race.failed(failure);
			}
		}

		@Override
		public void onComplete() {
			if (!this.done) {
				onError(this.race.withoutAnswer());
			}
		}

		void cancel() {
			Subscription running = this.upstream.getAndSet(Operators.cancelledSubscription());
			if (running != null) {
				running.cancel();
			}
		}

	}

}
