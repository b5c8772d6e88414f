package io.sprockets.dynamodb.error;

import org.jspecify.annotations.Nullable;

/**
 * There is no usable answer: it did not come, not whole, or not in time.
 */
public abstract class DynamoDbTransportException extends DynamoDbException {

	private final FailedCall call;

	protected DynamoDbTransportException(String problem, FailedCall call, @Nullable Throwable cause) {
		this(problem, "", call, cause);
	}

	DynamoDbTransportException(String problem, String answer, FailedCall call, @Nullable Throwable cause) {
		super(problem + " (" + answer + call + ")", cause);
		this.call = call;
	}

	/**
	 * Returns the call that failed.
	 */
	public FailedCall call() {
		return this.call;
	}

}
