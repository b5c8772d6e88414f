package io.sprockets.dynamodb.observation;

import java.util.List;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/**
 * Writes down what happens to the client's observations.
 */
final class RecordingHandler implements ObservationHandler<DynamoDbObservationContext> {

	private final List<String> events;

	RecordingHandler(List<String> events) {
		this.events = events;
	}

	@Override
	public void onStart(DynamoDbObservationContext context) {
		this.events.add("start " + context.getOperation());
	}

	@Override
	public void onError(DynamoDbObservationContext context) {
		this.events.add("error " + context.getOutcome());
	}

	@Override
	public void onStop(DynamoDbObservationContext context) {
		this.events.add("stop " + context.getOutcome());
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof DynamoDbObservationContext;
	}

}
