package io.sprockets.dynamodb.observation;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one attempt while it is observed. Belongs to one subscription.
 */
public final class AttemptObservationContext extends DynamoDbObservationContext {

	private final OperationObservationContext operation;

	AttemptObservationContext(OperationObservationContext operation, int attempt) {
		super(operation.call().withAttempt(attempt));
		this.operation = operation;
		setServerAddress(operation.getServerAddress());
	}

	/**
	 * Returns the attempt's number, from 1.
	 */
	public int getAttempt() {
		return call().attempt();
	}

	/**
	 * Sets what the answer's head says.
	 * @param statusCode the HTTP status
	 * @param requestId the value of {@code x-amzn-RequestId}, if any
	 */
	@Override
	public void setResponse(int statusCode, @Nullable String requestId) {
		super.setResponse(statusCode, requestId);
		this.operation.setResponse(statusCode, requestId);
	}

}
