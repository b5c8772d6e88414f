package io.sprockets.dynamodb.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Observes the client's operations and their attempts. A context belongs to one
 * subscription, so the caller makes it inside of {@code defer}, and makes none where
 * nobody listens: <pre class="code">
 * if (!observations.isEnabled()) {
 *     return attempts(request);
 * }
 * return Mono.defer(() -&gt; {
 *     var operation = new OperationObservationContext("GetItem", "Orders");
 *     Mono&lt;Response&gt; attempt = Mono.defer(() -&gt; {
 *         var context = operation.nextAttempt();
 *         return observations.observe(exchange(request, context::setResponse), context);
 *     });
 *     return observations.observe(attempt.retryWhen(retry), operation);
 * });
 * </pre>
 */
public final class ClientObservations {

	private static final OperationObservationConvention DEFAULT_OPERATION = new DefaultOperationObservationConvention();

	private static final AttemptObservationConvention DEFAULT_ATTEMPT = new DefaultAttemptObservationConvention();

	private final ObservationRegistry registry;

	private final @Nullable OperationObservationConvention operationConvention;

	private final @Nullable AttemptObservationConvention attemptConvention;

	/**
	 * Creates the observations of one client.
	 * @param registry where they go; {@link ObservationRegistry#NOOP} for nowhere
	 * @param operationConvention names and keys of operations, or {@code null} for the
	 * registry's own convention, else the default
	 * @param attemptConvention names and keys of attempts, likewise
	 */
	public ClientObservations(ObservationRegistry registry,
			@Nullable OperationObservationConvention operationConvention,
			@Nullable AttemptObservationConvention attemptConvention) {
		this.registry = registry;
		this.operationConvention = operationConvention;
		this.attemptConvention = attemptConvention;
	}

	/**
	 * Returns whether anyone listens. Asked for each call: Spring Boot adds handlers to
	 * the registry after the client has got it.
	 */
	public boolean isEnabled() {
		return !this.registry.isNoop();
	}

	/**
	 * Returns the call observed as an operation: started at subscription, stopped once,
	 * by value, completion, error or cancellation, before the subscriber learns of it.
	 * The parent is the observation in the Reactor context, else the thread's current
	 * one; the call finds the new observation in its Reactor context. Where nobody
	 * listens the call itself is returned.
	 */
	public <T> Mono<T> observe(Mono<T> call, OperationObservationContext context) {
		return observe(call, context, DynamoDbObservationDocumentation.OPERATION.observation(this.operationConvention,
				DEFAULT_OPERATION, () -> context, this.registry));
	}

	/**
	 * Returns the call observed as an attempt, in the manner of
	 * {@link #observe(Mono, OperationObservationContext)}.
	 */
	public <T> Mono<T> observe(Mono<T> call, AttemptObservationContext context) {
		return observe(call, context, DynamoDbObservationDocumentation.ATTEMPT.observation(this.attemptConvention,
				DEFAULT_ATTEMPT, () -> context, this.registry));
	}

	private static <T> Mono<T> observe(Mono<T> call, DynamoDbObservationContext context, Observation observation) {
		return observation.isNoop() ? call : new ObservedMono<>(call, observation, context);
	}

}
