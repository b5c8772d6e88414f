package io.sprockets.dynamodb.execution;

import io.sprockets.dynamodb.error.AttemptTimeoutException;
import io.sprockets.dynamodb.error.CallTimeoutException;
import io.sprockets.dynamodb.error.ClientClosedException;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.transport.Deadlines;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a call, and each of its attempts, ends in time. One entry in the timer
 * serves both: it is set to what is due first, and looks again when it is reached.
 */
final class CallDeadline implements Runnable {

	private final OperationCall<?> call;

	private final PipelineParts parts;

	private final CallRequest request;

	private long startedAt;

	private long callNanos;

	private boolean setByContext;

	private volatile long dueAt;

	private volatile Deadlines.@Nullable Deadline set;

	CallDeadline(OperationCall<?> call, PipelineParts parts, CallRequest request) {
		this.call = call;
		this.parts = parts;
		this.request = request;
	}

	/**
	 * Begins the time of the call.
	 */
	void start(CallOptions options) {
		long now = System.nanoTime();
		this.startedAt = now;
		this.callNanos = this.parts.callNanos();
		if (options.hasDeadline() && options.deadline() - now < this.callNanos) {
			this.callNanos = Math.max(options.deadline() - now, 0);
			this.setByContext = true;
		}
		set(now, Math.min(this.callNanos, this.parts.attemptNanos()));
	}

	/**
	 * Says whether the time was over before it began.
	 */
	boolean isOverAtOnce() {
		return this.callNanos == 0;
	}

	/**
	 * Begins the time of an attempt.
	 */
	void startOf(Attempt attempt) {
		long now = attempt.startedAt();
		if (this.dueAt - now > this.parts.attemptNanos()) {
			cancel();
			set(now, this.parts.attemptNanos());
		}
	}

	/**
	 * Calls it off.
	 */
	void cancel() {
		Deadlines.Deadline pending = this.set;
		if (pending != null) {
			pending.dispose();
		}
	}

	@Override
	public void run() {
		if (this.call.isOver()) {
			return;
		}
		if (this.parts.transport().deadlines().isClosed()) {
			this.call.abort(this::closed);
			return;
		}
		long now = System.nanoTime();
		long left = this.callNanos - (now - this.startedAt);
		if (left <= 0) {
			this.call.abort(this::timeout);
			return;
		}
		Attempt running = this.call.running();
		long attemptLeft = (running != null) ? this.parts.attemptNanos() - (now - running.startedAt()) : left;
		set(now, Math.min(left, (attemptLeft > 0) ? attemptLeft : left));
		Attempt next = this.call.running();
		if (next != null && next != running) {
			// Begun since, and it found the time that is over
			startOf(next);
		}
		if (running != null && attemptLeft <= 0) {
			running.abort(new AttemptTimeoutException(
					"No whole answer within dynamodb.attempt-timeout of " + millis(this.parts.attemptNanos()) + " ms",
					running.http().failedCall(), null));
		}
	}

	/**
	 * Returns the error of a call whose time is over.
	 * @param last what failed before, if anything did
	 */
	CallTimeoutException timeout(@Nullable DynamoDbException last) {
		String limit = this.setByContext ? "by the deadline in the Reactor context, "
				: "within dynamodb.call-timeout of ";
		String end = this.setByContext ? " ms after the call began" : " ms";
		String awaited = this.call.awaited();
		String wait = (awaited != null) ? ", in which " + awaited + " did not come" : "";
		return new CallTimeoutException("Not done " + limit + millis(this.callNanos) + end + wait,
				this.request.failedCall(), last);
	}

	/**
	 * Returns the error of a call that the closing of the client ends, or refuses.
	 * @param last what failed before, if anything did
	 */
	ClientClosedException closed(@Nullable DynamoDbException last) {
		return new ClientClosedException("The client was closed", this.request.failedCall(), last);
	}

	private void set(long now, long nanos) {
		this.dueAt = now + nanos;
		Deadlines.Deadline next = this.parts.transport().deadlines().set(this, nanos);
		this.set = next;
		if (this.call.isOver()) {
			next.dispose();
		}
	}

	private static long millis(long nanos) {
		return Math.round(nanos / 1e6);
	}

}
