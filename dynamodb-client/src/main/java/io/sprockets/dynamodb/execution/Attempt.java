package io.sprockets.dynamodb.execution;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.error.ConnectionClosedException;
import io.sprockets.dynamodb.observation.CallObservation;
import io.sprockets.dynamodb.transport.HttpAnswer;
import io.sprockets.dynamodb.transport.HttpAttempt;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One attempt of a call, from sending to the answer. It ends once: with its answer, its
 * failure, its time or its call, whichever comes first.
 */
final class Attempt implements CoreSubscriber<HttpAnswer> {

	private final OperationCall<?> call;

	private final HttpAttempt http;

	private final AwsCredentials credentials;

	private final long clockOffset;

	private final long startedAt = System.nanoTime();

	private final CallObservation observation;

	private final Context context;

	private volatile @Nullable Subscription exchange;

	/**
	 * Creates an attempt.
	 * @param credentials what it is signed with
	 * @param clockOffset how far the service's clock was thought to be ahead
	 * @param observation its observation, already started
	 * @param context the Reactor context of the call
	 */
	Attempt(OperationCall<?> call, HttpAttempt http, AwsCredentials credentials, long clockOffset,
			CallObservation observation, Context context) {
		this.call = call;
		this.http = http;
		this.credentials = credentials;
		this.clockOffset = clockOffset;
		this.observation = observation;
		this.context = observation.in(context);
	}

	HttpAttempt http() {
		return this.http;
	}

	AwsCredentials credentials() {
		return this.credentials;
	}

	long clockOffset() {
		return this.clockOffset;
	}

	/**
	 * Returns when it began, as {@link System#nanoTime()} has it.
	 */
	long startedAt() {
		return this.startedAt;
	}

	CallObservation observation() {
		return this.observation;
	}

	@Override
	public Context currentContext() {
		return this.context;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		if (Operators.validate(this.exchange, subscription)) {
			this.exchange = subscription;
			if (isRunning()) {
				subscription.request(Long.MAX_VALUE);
			}
			else {
				subscription.cancel();
			}
		}
	}

	private boolean isRunning() {
		return this.call.running() == this;
	}

	@Override
	public void onNext(HttpAnswer answer) {
		if (this.call.settle(this)) {
			this.call.afterAnswer(this, answer);
		}
	}

	@Override
	public void onError(Throwable failure) {
		if (this.call.settle(this)) {
			this.observation.fail(failure);
			this.call.afterFailure(failure, this);
		}
	}

	@Override
	public void onComplete() {
		if (isRunning()) {
			onError(new ConnectionClosedException("The exchange ended without an answer", this.http.failedCall(),
					null));
		}
	}

	/**
	 * Ends the attempt, but not its call, with an error.
	 */
	void abort(Throwable failure) {
		if (this.call.settle(this)) {
			endExchange();
			this.observation.fail(failure);
			this.call.afterFailure(failure, this);
		}
	}

	/**
	 * Ends the attempt with its call.
	 */
	void cancel() {
		endExchange();
		this.observation.cancel();
	}

	/**
	 * Ends the exchange, and with it its connection.
	 */
	private void endExchange() {
		Subscription running = this.exchange;
		if (running != null) {
			running.cancel();
		}
	}

}
