package io.sprockets.dynamodb.soak;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import io.sprockets.dynamodb.error.ConditionalCheckFailedException;
import io.sprockets.dynamodb.error.DynamoDbException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Counts what calls ended with and how long they took, and keeps the first fault.
 */
final class SoakLedger {

	/** Others are several calls one after the other, each with its own time limit. */
	private static final Set<String> ONE_REQUEST = Set.of("PutItem", "UpdateItem", "GetItem");

	private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();

	private final AtomicLong longest = new AtomicLong();

	private final LongAdder running = new LongAdder();

	private final LongAdder acknowledgedCounts = new LongAdder();

	private final LongAdder cancelled = new LongAdder();

	private final LongAdder successes = new LongAdder();

	private final LongAdder calls = new LongAdder();

	private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();

	/**
	 * Notes a write, and acknowledges it when the client says so.
	 */
	Mono<Void> write(String operation, Mono<Void> call, Runnable acknowledge) {
		return noted(operation, call.doOnSuccess((nothing) -> acknowledge.run()));
	}

	/**
	 * Notes a read, and verifies what was read.
	 */
	<T> Mono<Void> read(String operation, Mono<T> call, Consumer<T> verification) {
		return noted(operation, call.doOnNext(verification).then());
	}

	private Mono<Void> noted(String operation, Mono<Void> call) {
		return Mono.defer(() -> {
			long began = System.nanoTime();
			this.running.increment();
			this.calls.increment();
			return call.doOnSuccess((nothing) -> {
				this.successes.increment();
				outcome(operation + " ok");
			}).onErrorResume((failure) -> {
				outcome(operation + " " + failure.getClass().getSimpleName());
				// Each worker writes alone, so a condition can fail by its own attempts
				// only,
				// and that is no answer to give
				if (!(failure instanceof DynamoDbException) || failure instanceof ConditionalCheckFailedException) {
					fault(failure);
				}
				return Mono.empty();
			}).doFinally((signal) -> {
				this.running.decrement();
				if (ONE_REQUEST.contains(operation)) {
					this.longest.accumulateAndGet(System.nanoTime() - began, Math::max);
				}
			});
		});
	}

	/**
	 * Lets no error through, and keeps it.
	 */
	Mono<Void> verifying(Mono<Void> verification) {
		return verification.onErrorResume((failure) -> {
			fault(failure);
			return Mono.empty();
		});
	}

	void fault(Throwable failure) {
		this.fault.compareAndSet(null, failure);
	}

	void counted() {
		this.acknowledgedCounts.increment();
	}

	void cancelled() {
		this.cancelled.increment();
	}

	private void outcome(String outcome) {
		this.outcomes.computeIfAbsent(outcome, (name) -> new LongAdder()).increment();
	}

	@Nullable Throwable fault() {
		return this.fault.get();
	}

	long acknowledgedCounts() {
		return this.acknowledgedCounts.sum();
	}

	long calls() {
		return this.calls.sum();
	}

	long successes() {
		return this.successes.sum();
	}

	/**
	 * Returns how many calls have not ended.
	 */
	long running() {
		return this.running.sum();
	}

	Duration longest() {
		return Duration.ofNanos(this.longest.get());
	}

	@Override
	public String toString() {
		return calls() + " calls, " + this.cancelled + " cancelled, longest " + longest().toMillis() + " ms: "
				+ new TreeMap<>(this.outcomes);
	}

}
