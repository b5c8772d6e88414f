package io.sprockets.dynamodb.transport;

import java.time.Duration;
import java.util.function.BiFunction;

import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Ends waiting for a connection of the pool. At the start, when connections are not given
 * back because they are not at work yet, the time counts from the last request sent: a
 * pool that fills for the first time is not exhausted. The attempt's time limit holds
 * meanwhile.
 */
final class AcquireTimer implements BiFunction<Runnable, Duration, Disposable> {

	private final Deadlines deadlines;

	private final ColdStart start;

	AcquireTimer(Deadlines deadlines, ColdStart start) {
		this.deadlines = deadlines;
		this.start = start;
	}

	@Override
	public Disposable apply(Runnable action, Duration timeout) {
		long nanos = timeout.toNanos();
		if (this.start.isOverFor(nanos)) {
			return this.deadlines.set(action, nanos);
		}
		Wait wait = new Wait(action, nanos);
		wait.setIn(nanos);
		return wait;
	}

	private final class Wait implements Runnable, Disposable {

		private final Runnable action;

		private final long nanos;

		private final long begun = System.nanoTime();

		private final Disposable.Swap deadline = Disposables.swap();

		Wait(Runnable action, long nanos) {
			this.action = action;
			this.nanos = nanos;
		}

		void setIn(long nanos) {
			this.deadline.update(AcquireTimer.this.deadlines.set(this, nanos));
		}

		@Override
		public void run() {
			long left = this.nanos - AcquireTimer.this.start.waitedSince(this.begun);
			if (left > 0 && !AcquireTimer.this.deadlines.isClosed()) {
				setIn(left);
			}
			else {
				this.action.run();
			}
		}

		@Override
		public void dispose() {
			this.deadline.dispose();
		}

		@Override
		public boolean isDisposed() {
			return this.deadline.isDisposed();
		}

	}

}
