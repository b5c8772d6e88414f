package io.sprockets.dynamodb.observation;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call while it is observed. Belongs to one subscription.
 * <p>
 * A {@link SenderContext} so that spans are of kind {@code CLIENT}, as OpenTelemetry's
 * conventions for DynamoDB ask; but nothing is propagated, because DynamoDB reads no
 * trace headers and the set of signed headers is fixed.
 */
public abstract sealed class DynamoDbObservationContext extends CompactContext
		permits OperationObservationContext, AttemptObservationContext {

	private static final AtomicReferenceFieldUpdater<DynamoDbObservationContext, State> STATE = AtomicReferenceFieldUpdater
		.newUpdater(DynamoDbObservationContext.class, State.class, "state");

	private final ObservedCall call;

	private volatile State state = State.NEW;

	private int statusCode;

	private @Nullable String requestId;

	private @Nullable String serverAddress;

	private @Nullable CallKeyValues keyValues;

	DynamoDbObservationContext(ObservedCall call) {
		this.call = call;
	}

	/**
	 * Returns the operation's name, for example {@code GetItem}.
	 */
	public String getOperation() {
		return this.call.operation();
	}

	/**
	 * Returns the table's name, {@code multiple} for several tables, {@code none} for no
	 * table.
	 */
	public String getTable() {
		return ObservedCall.tableName(this.call.table());
	}

	/**
	 * Returns how the call ended, {@link Outcome#UNKNOWN} before.
	 */
	public Outcome getOutcome() {
		return switch (this.state) {
			case NEW, RUNNING -> Outcome.UNKNOWN;
			case CANCELLED -> Outcome.CANCELLED;
			case ENDED -> {
				Throwable error = getError();
				yield (error != null) ? Failure.outcome(error) : Outcome.SUCCESS;
			}
		};
	}

	/**
	 * Returns the service's error code, else the exception's simple class name,
	 * {@code none} without an error.
	 */
	public String getErrorCode() {
		Throwable error = getError();
		return (error != null) ? Failure.code(error) : KeyValue.NONE_VALUE;
	}

	/**
	 * Returns the HTTP status of the last answer, 0 without one.
	 */
	public int getStatusCode() {
		int failed = Failure.statusCode(getError());
		return (failed != 0) ? failed : this.statusCode;
	}

	/**
	 * Returns the service's id of the last answered request.
	 */
	public @Nullable String getRequestId() {
		String failed = Failure.requestId(getError());
		return (failed != null) ? failed : this.requestId;
	}

	/**
	 * Returns the host the requests go to.
	 */
	public @Nullable String getServerAddress() {
		return this.serverAddress;
	}

	/**
	 * Sets the host the requests go to.
	 * @param serverAddress a host name or IP address
	 */
	public void setServerAddress(@Nullable String serverAddress) {
		this.serverAddress = serverAddress;
	}

	void setResponse(int statusCode, @Nullable String requestId) {
		this.statusCode = statusCode;
		this.requestId = requestId;
	}

	ObservedCall call() {
		return this.call;
	}

	/**
	 * Says whether the call has only begun: nothing is known of its answer.
	 */
	boolean isUnanswered() {
		return this.statusCode == 0 && this.state == State.RUNNING;
	}

	/**
	 * Returns the key values of calls like this one, looked up once.
	 */
	CallKeyValues keyValues(CallKeyValuesCache cache) {
		CallKeyValues known = this.keyValues;
		if (known == null) {
			known = cache.get(this.call);
			this.keyValues = known;
		}
		return known;
	}

	boolean begin() {
		return STATE.compareAndSet(this, State.NEW, State.RUNNING);
	}

	boolean end() {
		return STATE.compareAndSet(this, State.RUNNING, State.ENDED);
	}

	boolean cancel() {
		return STATE.compareAndSet(this, State.RUNNING, State.CANCELLED);
	}

	private enum State {

		NEW, RUNNING, ENDED, CANCELLED

	}

}
