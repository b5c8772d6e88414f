package io.sprockets.dynamodb.observation;

import java.util.function.Function;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Operators;
import reactor.util.Logger;
import reactor.util.Loggers;
import reactor.util.context.Context;

/**
 * The observation of one operation or attempt, from its start to its end: a success, a
 * failure or a cancellation, whichever is said first; what is said later is not heard.
 */
public final class CallObservation {

	/** Where nobody listens. */
	public static final CallObservation NONE = new CallObservation(null, null);

	/**
	 * Key of the current observation in the Reactor context, by Micrometer's
	 * {@code ObservationThreadLocalAccessor}; not read from there because that class
	 * cannot be loaded without the optional context-propagation library.
	 */
	static final String KEY = "micrometer.observation";

	private static final Logger logger = Loggers.getLogger(CallObservation.class);

	private final @Nullable Observation observation;

	private final @Nullable DynamoDbObservationContext context;

	private CallObservation(@Nullable Observation observation, @Nullable DynamoDbObservationContext context) {
		this.observation = observation;
		this.context = context;
	}

	/**
	 * Starts an observation. Its parent is the one in the Reactor context, else the
	 * thread's current one.
	 */
	static CallObservation start(Observation observation, DynamoDbObservationContext context, Context reactorContext) {
		if (observation.isNoop()) {
			return NONE;
		}
		if (!context.begin()) {
			throw new IllegalStateException("Observed for a second time: " + context.getOperation()
					+ "; the context has to be made for each subscription");
		}
		Observation parent = reactorContext.getOrDefault(KEY, null);
		if (parent != null) {
			observation.parentObservation(parent);
		}
		observation.start();
		return new CallObservation(observation, context);
	}

	/**
	 * Returns the Reactor context for what is observed, in which this is the current
	 * observation.
	 */
	public Context in(Context reactorContext) {
		return (this.observation != null) ? reactorContext.put(KEY, this.observation) : reactorContext;
	}

	/**
	 * Says what the answer's head has.
	 * @param headers gives a header's first value, {@code null} if there is none
	 */
	public void answered(int status, Function<String, @Nullable String> headers) {
		if (this.context != null) {
			this.context.setResponse(status, headers.apply("x-amzn-RequestId"));
		}
	}

	/**
	 * Ends it with a result, before the subscriber learns of that: the time the
	 * subscriber takes is not the call's.
	 */
	public void succeed() {
		if (this.context != null && this.context.end()) {
			stop(null);
		}
	}

	/**
	 * Ends it with an error.
	 */
	public void fail(Throwable failure) {
		if (this.context != null && this.context.end()) {
			stop(failure);
		}
	}

	/**
	 * Ends it because nobody waits any more.
	 */
	public void cancel() {
		if (this.context != null && this.context.cancel()) {
			stop(null);
		}
	}

	/**
	 * Stops the observation. Whatever a handler throws must not keep the signal from the
	 * subscriber, who would wait forever.
	 */
	private void stop(@Nullable Throwable failure) {
		Observation running = this.observation;
		if (running == null) {
			return;
		}
		if (failure != null) {
			quietly(() -> running.error(failure));
		}
		quietly(running::stop);
	}

	private static void quietly(Runnable step) {
		try {
			step.run();
		}
		catch (Throwable ex) {
			drop(ex);
		}
	}

	private static void drop(Throwable failure) {
		try {
			Operators.onErrorDropped(failure, Context.empty());
		}
		catch (Throwable ex) {
			logger.warn("An observation handler failed", failure);
		}
	}

}
