package io.sprockets.dynamodb.transport;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.TimerTask;
import io.netty.util.concurrent.DefaultThreadFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/**
 * The times by which calls must have ended. Nearly all of them are called off long
 * before, so they lie in a timer wheel, where setting and calling off cost next to
 * nothing, and are kept to its tick of 10 ms.
 */
public final class Deadlines {

	private static final long TICK_MILLIS = 10;

	private final HashedWheelTimer timer = new HashedWheelTimer(new DefaultThreadFactory("dynamodb-deadlines", true),
			TICK_MILLIS, TimeUnit.MILLISECONDS);

	private volatile boolean closed;

	/**
	 * Sets a deadline. After the closing it is over at once.
	 * @param action what to do then, on Reactor's parallel scheduler
	 * @param nanos from now, in nanoseconds
	 */
	public Deadline set(Runnable action, long nanos) {
		Deadline deadline = new Deadline(action);
		try {
			deadline.timeout = this.timer.newTimeout(deadline, nanos, TimeUnit.NANOSECONDS);
		}
		catch (IllegalStateException ex) {
			// What the timer says once it was stopped
			this.closed = true;
		}
		if (this.closed) {
			deadline.end();
		}
		return deadline;
	}

	/**
	 * Says whether deadlines are over because the client was closed.
	 */
	public boolean isClosed() {
		return this.closed;
	}

	/**
	 * Returns how many are set, those called off within the last tick included.
	 */
	long pending() {
		return this.timer.pendingTimeouts();
	}

	/**
	 * Ends all deadlines now, and every later one when it is set.
	 */
	void close() {
		this.closed = true;
		for (Timeout timeout : this.timer.stop()) {
			// Called off by the timer, so that only its action is left to do
			((Deadline) timeout.task()).expire();
		}
	}

	/**
	 * A deadline that was set.
	 */
	public static final class Deadline implements TimerTask, Disposable {

		private final Runnable action;

		private volatile @Nullable Timeout timeout;

		private Deadline(Runnable action) {
			this.action = action;
		}

		/**
		 * Calls it off, if it is not over already.
		 */
		@Override
		public void dispose() {
			Timeout set = this.timeout;
			if (set != null) {
				set.cancel();
			}
		}

		@Override
		public void run(Timeout timeout) {
			expire();
		}

		private void expire() {
			try {
				Schedulers.parallel().schedule(this.action);
			}
			catch (RejectedExecutionException ex) {
				// Without a scheduler only this thread is left
				this.action.run();
			}
		}

		private void end() {
			Timeout set = this.timeout;
			if (set == null || set.cancel()) {
				expire();
			}
		}

	}

}
