package io.sprockets.dynamodb.observation;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * Observes the client's operations and their attempts. A context belongs to one
 * subscription, so the caller makes it for each, and makes none where nobody listens.
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
	 * Starts the observation of an operation. The parent is the observation in the
	 * Reactor context, else the thread's current one.
	 */
	public CallObservation start(OperationObservationContext context, Context reactorContext) {
		return CallObservation.start(DynamoDbObservationDocumentation.OPERATION.observation(this.operationConvention,
				DEFAULT_OPERATION, () -> context, this.registry), context, reactorContext);
	}

	/**
	 * Starts the observation of an attempt.
	 */
	public CallObservation start(AttemptObservationContext context, Context reactorContext) {
		return CallObservation.start(DynamoDbObservationDocumentation.ATTEMPT.observation(this.attemptConvention,
				DEFAULT_ATTEMPT, () -> context, this.registry), context, reactorContext);
	}

}
