package io.sprockets.dynamodb.execution;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Function;

import io.sprockets.dynamodb.codec.ErrorReader;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.endpoint.Endpoint;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.error.NoCredentialsException;
import io.sprockets.dynamodb.observation.CallObservation;
import io.sprockets.dynamodb.retry.RetryDecision;
import io.sprockets.dynamodb.retry.RetryStrategy;
import io.sprockets.dynamodb.transport.HttpAnswer;
import io.sprockets.dynamodb.transport.HttpAttempt;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One call while it runs: attempts until one succeeds or the rules say stop. Each attempt
 * asks for credentials and is signed afresh.
 *
 * <p>
 * What the call is doing is one reference, {@link #current}. Whoever changes it goes on
 * with the call, and nobody else does: <pre>
 * not begun --demand--&gt; between attempts --signed--&gt; an attempt
 *                             ^                           |
 *                             +---answer, failure, time---+
 * any --result, last failure, call's time, cancellation, closing--&gt; over
 * </pre>
 *
 * <p>
 * A single operator, since those of Reactor for the same make five objects or more of
 * every call.
 *
 * @param <T> what the answer becomes
 */
@SuppressWarnings("ReferenceEquality")
final class OperationCall<T> implements Subscription {

	private static final Object NOT_BEGUN = "not begun";

	private static final Object BETWEEN = "between attempts";

	private static final Object OVER = "over";

	@SuppressWarnings("rawtypes")
	private static final AtomicReferenceFieldUpdater<OperationCall, Object> CURRENT = AtomicReferenceFieldUpdater
		.newUpdater(OperationCall.class, Object.class, "current");

	@SuppressWarnings("rawtypes")
	private static final AtomicReferenceFieldUpdater<OperationCall, @Nullable Subscription> WAITING = AtomicReferenceFieldUpdater
		.newUpdater(OperationCall.class, Subscription.class, "waiting");

	private final PipelineParts parts;

	private final CallRequest request;

	private final AnswerDecoder<T> decoder;

	private final CoreSubscriber<? super T> actual;

	private final CallDeadline deadline;

	private volatile Object current = NOT_BEGUN;

	/** What is waited for between attempts. */
	private volatile @Nullable Subscription waiting;

	/** What that is, in words, if it comes from elsewhere. */
	private volatile @Nullable String awaited;

	private volatile CallObservation observation = CallObservation.NONE;

	private volatile CallOptions options = CallOptions.NONE;

	private @Nullable RetryStrategy retries;

	private volatile @Nullable FailureHistory failures;

	OperationCall(PipelineParts parts, CallRequest request, AnswerDecoder<T> decoder,
			CoreSubscriber<? super T> actual) {
		this.parts = parts;
		this.request = request;
		this.decoder = decoder;
		this.actual = actual;
		this.deadline = new CallDeadline(this, parts, request);
	}

	/**
	 * Begins, at the first demand for the one result there is.
	 */
	@Override
	public void request(long n) {
		if (Operators.validate(n) && CURRENT.compareAndSet(this, NOT_BEGUN, BETWEEN)) {
			try {
				begin();
			}
			catch (Throwable ex) {
				afterFailure(ex, null);
			}
		}
	}

	private void begin() throws Exception {
		CallOptions options = CallOptions.of(this.actual.currentContext());
		this.options = options;
		this.deadline.start(options);
		this.observation = this.request.observe(this.parts.observations(), this.actual.currentContext());
		if (isOver()) {
			// Whoever ended the call meanwhile did not see the observation
			this.observation.cancel();
			return;
		}
		if (this.deadline.isOverAtOnce()) {
			abort(this.deadline::timeout);
			return;
		}
		if (this.parts.transport().isClosing()) {
			abort(this.deadline::closed);
			return;
		}
		this.request.write();
		Mono<RetryStrategy> strategy = this.parts.retries();
		if (Lookup.isKnown(strategy)) {
			beginUnder(Lookup.known(strategy));
		}
		else {
			strategy.subscribe(new Lookup<>(this, this::beginUnder));
		}
	}

	private void beginUnder(@Nullable RetryStrategy strategy) throws Exception {
		this.retries = Objects.requireNonNull(strategy);
		Mono<Endpoint> endpoint = this.parts.endpoints().resolve(this.request.service());
		if (Lookup.isKnown(endpoint)) {
			beginAt(Lookup.known(endpoint));
		}
		else {
			this.awaited = "the region";
			endpoint.subscribe(new Lookup<>(this, this::beginAt));
		}
	}

	private void beginAt(@Nullable Endpoint endpoint) throws Exception {
		this.request.address(Objects.requireNonNull(endpoint), this.parts.signer());
		attempt();
	}

	private void attempt() throws Exception {
		long wait = retries().delayBeforeAttempt();
		if (wait > 0) {
			goOnAfter(Duration.ofNanos(wait), this::authorize);
		}
		else {
			authorize();
		}
	}

	private void goOnAfter(Duration delay, Step step) {
		Mono.delay(delay).subscribe(new Lookup<>(this, (tick) -> step.take()));
	}

	private void authorize() throws Exception {
		Mono<AwsCredentials> credentials = this.parts.credentials(this.request.nextAttempt()).resolve();
		if (Lookup.isKnown(credentials)) {
			exchange(Lookup.known(credentials));
		}
		else {
			this.awaited = "AWS credentials";
			credentials.subscribe(new Lookup<>(this, this::exchange));
		}
	}

	private void exchange(@Nullable AwsCredentials credentials) {
		if (credentials == null) {
			throw new NoCredentialsException("The credentials provider gave no credentials");
		}
		long clockOffset = this.parts.clock().offsetMillis();
		HttpAttempt http = this.request.sign(credentials, this.parts, retries().maxAttempts());
		Context context = currentContext();
		Attempt attempt = new Attempt(this, http, credentials, clockOffset,
				this.request.observeAttempt(this.parts.observations(), context), context);
		if (CURRENT.compareAndSet(this, BETWEEN, attempt)) {
			if (this.awaited != null) {
				this.awaited = null;
			}
			try {
				this.deadline.startOf(attempt);
				this.parts.exchange(http).subscribe(attempt);
			}
			catch (Throwable ex) {
				attempt.onError(ex);
			}
		}
		else {
			attempt.observation().cancel();
		}
	}

	/**
	 * Ends an attempt, if it has not ended otherwise.
	 * @return whether it did, and the caller goes on
	 */
	boolean settle(Attempt attempt) {
		return CURRENT.compareAndSet(this, attempt, BETWEEN);
	}

	/**
	 * Goes on after an attempt that was answered.
	 */
	void afterAnswer(Attempt attempt, HttpAnswer answer) {
		T value;
		try {
			value = read(attempt, answer);
		}
		catch (Throwable ex) {
			attempt.observation().fail(ex);
			afterFailure(ex, attempt);
			return;
		}
		attempt.observation().succeed();
		succeed(value);
	}

	private @Nullable T read(Attempt attempt, HttpAnswer answer) {
		attempt.observation().answered(answer.status(), answer::header);
		this.parts.clock().learn(answer, attempt.startedAt());
		if (!answer.isSuccessful()) {
			throw ErrorReader.read(answer.status(), answer.headers(), answer.body(), attempt.http().failedCall());
		}
		return this.decoder.decode(answer, attempt.http());
	}

	private void succeed(@Nullable T value) {
		if (CURRENT.compareAndSet(this, BETWEEN, OVER)) {
			this.deadline.cancel();
			FailureHistory before = this.failures;
			retries().afterSuccess((before != null) ? before.lastRetryCost() : 0);
			this.observation.succeed();
			if (value != null) {
				this.actual.onNext(value);
			}
			this.actual.onComplete();
		}
	}

	/**
	 * Goes on after anything that went wrong between attempts or in one.
	 * @param attempt the attempt that failed, {@code null} if it was none
	 */
	void afterFailure(Throwable failure, @Nullable Attempt attempt) {
		if (!(failure instanceof DynamoDbException known)) {
			// The subscriber first, who would otherwise wait for the time limit
			fail(failure);
			Exceptions.throwIfFatal(failure);
			return;
		}
		RetryStrategy strategy = this.retries;
		if (strategy == null) {
			fail(known);
			return;
		}
		try {
			goOnAfter(known, attempt, strategy);
		}
		catch (RuntimeException ex) {
			fail(ex);
		}
	}

	private void goOnAfter(DynamoDbException failure, @Nullable Attempt attempt, RetryStrategy strategy) {
		FailureHistory history = history();
		HttpAnswer proven = (attempt != null) ? history.provenAnswer(failure) : null;
		if (proven != null && attempt != null) {
			succeed(this.decoder.decode(proven, attempt.http()));
			return;
		}
		history.note(failure, attempt);
		RetryDecision decision = history.decide(failure, attempt, strategy);
		if (decision.isRetry()) {
			goOnAfter(decision.delay(), this::attempt);
		}
		else {
			fail(history.outcome(failure));
		}
	}

	private FailureHistory history() {
		FailureHistory known = this.failures;
		if (known == null) {
			known = new FailureHistory(this.parts, this.request, this.options.sendOnce());
			this.failures = known;
		}
		return known;
	}

	private void fail(Throwable failure) {
		if (CURRENT.compareAndSet(this, BETWEEN, OVER)) {
			this.deadline.cancel();
			this.observation.fail(failure);
			this.actual.onError(failure);
		}
	}

	/**
	 * Ends the call with an error, whatever it is doing.
	 * @param failure makes the error of what failed last, if anything did
	 */
	void abort(Function<@Nullable DynamoDbException, DynamoDbException> failure) {
		Object stopped = stop();
		if (stopped == OVER) {
			return;
		}
		FailureHistory history = this.failures;
		DynamoDbException shown = failure.apply((history != null) ? history.last() : null);
		if (stopped instanceof Attempt attempt && attempt.http().isSent()) {
			history = history();
			history.noteLost(shown);
		}
		if (history != null) {
			shown = history.outcome(shown);
		}
		this.observation.fail(shown);
		this.actual.onError(shown);
	}

	@Override
	public void cancel() {
		if (stop() != OVER) {
			this.observation.cancel();
		}
	}

	/**
	 * Stops whatever the call is doing.
	 * @return what that was
	 */
	private Object stop() {
		Object stopped = CURRENT.getAndSet(this, OVER);
		if (stopped == OVER) {
			return OVER;
		}
		this.deadline.cancel();
		try {
			Operators.terminate(WAITING, this);
			if (stopped instanceof Attempt attempt) {
				attempt.cancel();
			}
		}
		catch (RuntimeException ex) {
			// What others do at a cancellation must not keep the signal from the
			// subscriber
			Operators.onErrorDropped(ex, this.actual.currentContext());
		}
		return stopped;
	}

	/**
	 * Says that something is waited for, which ends with the call.
	 * @return whether the call is not over
	 */
	boolean waitFor(Subscription subscription) {
		return Operators.replace(WAITING, this, subscription);
	}

	/**
	 * Returns the attempt that runs.
	 */
	@Nullable Attempt running() {
		return (this.current instanceof Attempt attempt) ? attempt : null;
	}

	/**
	 * Returns what the call waits, or waited at its end, for before it can send anything,
	 * {@code null} if for nothing.
	 */
	@Nullable String awaited() {
		return this.awaited;
	}

	boolean isOver() {
		return this.current == OVER;
	}

	private RetryStrategy retries() {
		return Objects.requireNonNull(this.retries);
	}

	Context currentContext() {
		return this.observation.in(this.actual.currentContext());
	}

	/**
	 * What follows on a wait.
	 */
	@FunctionalInterface
	private interface Step {

		void take() throws Exception;

	}

}
