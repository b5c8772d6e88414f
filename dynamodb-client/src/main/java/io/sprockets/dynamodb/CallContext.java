package io.sprockets.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

import io.sprockets.dynamodb.execution.CallOptions;
import reactor.util.context.Context;

/**
 * What a subscriber says about the calls it makes, through the Reactor context: <pre>
 * client.getItem("Orders").key("id", "o7").one()
 *     .contextWrite(CallContext.timeout(Duration.ofMillis(300)));
 * </pre> It counts for every call above {@code contextWrite}, however many there are,
 * those of batches and pages included.
 */
public final class CallContext {

	private static final Duration FOREVER = Duration.ofDays(365);

	private CallContext() {
	}

	/**
	 * Lets all calls together take this long from the subscription on. Attempts and waits
	 * are cut short; a call that has not ended by then fails with
	 * {@link io.sprockets.dynamodb.error.CallTimeoutException}, as one does that begins
	 * later. Longer than {@code dynamodb.call-timeout} has no effect on a single call, a
	 * deadline that is there already and earlier stays.
	 */
	public static UnaryOperator<Context> timeout(Duration timeout) {
		long nanos = nanos(timeout);
		return (context) -> withDeadline(context, nanos);
	}

	/**
	 * Like {@link #timeout}, up to a point in time.
	 */
	public static UnaryOperator<Context> deadline(Instant deadline) {
		return (context) -> withDeadline(context, nanos(Duration.between(Instant.now(), deadline)));
	}

	/**
	 * Does not try a write again once it was sent, even if its answer is lost, whatever
	 * {@code dynamodb.retry.once-sent} says. What was not sent, or what the service
	 * refused, is tried again as usual.
	 */
	public static UnaryOperator<Context> sendOnce() {
		return (context) -> CallOptions.change(context, CallOptions::withSendOnce);
	}

	private static Context withDeadline(Context context, long nanos) {
		long deadline = System.nanoTime() + nanos;
		return CallOptions.change(context, (options) -> options.withDeadline(deadline));
	}

	private static long nanos(Duration timeout) {
		return (timeout.compareTo(FOREVER) < 0) ? Math.max(timeout.toNanos(), 0) : FOREVER.toNanos();
	}

}
