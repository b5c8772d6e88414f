package io.sprockets.dynamodb.execution;

import java.util.function.UnaryOperator;

import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What the Reactor context says about the calls below it.
 *
 * @param hasDeadline whether there is a deadline
 * @param deadline by when calls must have ended, as {@link System#nanoTime()} has it
 * @param sendOnce whether no write is tried again that was sent
 */
public record CallOptions(boolean hasDeadline, long deadline, boolean sendOnce) {

	/** None. */
	static final CallOptions NONE = new CallOptions(false, 0, false);

	private static final Object KEY = CallOptions.class;

	static CallOptions of(ContextView context) {
		CallOptions known = context.isEmpty() ? null : context.getOrDefault(KEY, null);
		return (known != null) ? known : NONE;
	}

	/**
	 * Changes the options of a context.
	 */
	public static Context change(Context context, UnaryOperator<CallOptions> change) {
		return context.put(KEY, change.apply(of(context)));
	}

	/**
	 * Returns these options with a deadline, unless there is an earlier one.
	 * @param deadline as {@link System#nanoTime()} has it
	 */
	public CallOptions withDeadline(long deadline) {
		boolean earlier = !this.hasDeadline || deadline - this.deadline < 0;
		return earlier ? new CallOptions(true, deadline, this.sendOnce) : this;
	}

	/**
	 * Returns these options with writes that are not tried again once they were sent.
	 */
	public CallOptions withSendOnce() {
		return new CallOptions(this.hasDeadline, this.deadline, true);
	}

}
