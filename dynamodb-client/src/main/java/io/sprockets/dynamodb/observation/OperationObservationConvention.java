package io.sprockets.dynamodb.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names of an operation's observation and its keys.
 *
 * @see DefaultOperationObservationConvention
 */
public interface OperationObservationConvention extends ObservationConvention<OperationObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof OperationObservationContext;
	}

}
