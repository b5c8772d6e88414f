package io.sprockets.dynamodb.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Asks for elements as chance has it: one or many, within the call that brings one or on
 * another thread, before the last ones have come or after that.
 *
 * @param <T> an element
 */
final class RandomDemand<T> extends BaseSubscriber<T> {

	private final Random random;

	private final int most;

	private final List<T> received = new ArrayList<>();

	private final AtomicLong demand = new AtomicLong();

	private final Sinks.One<List<T>> end = Sinks.one();

	/**
	 * Creates a subscriber.
	 * @param most after how many elements it cancels
	 */
	RandomDemand(Random random, int most) {
		this.random = random;
		this.most = most;
	}

	/**
	 * Returns how many elements were asked for so far.
	 */
	long demand() {
		return this.demand.get();
	}

	/**
	 * Returns what was received, or the error.
	 */
	Mono<List<T>> received() {
		return this.end.asMono();
	}

	/**
	 * Returns what has come before an error.
	 */
	List<T> beforeError() {
		return this.received;
	}

	@Override
	protected void hookOnSubscribe(Subscription subscription) {
		ask();
	}

	@Override
	protected void hookOnNext(T element) {
		this.received.add(element);
		if (this.received.size() > this.demand.get()) {
			this.end.tryEmitError(new AssertionError("More elements than were asked for"));
		}
		if (this.received.size() >= this.most) {
			cancel();
			this.end.tryEmitValue(this.received);
		}
		else if (this.received.size() == this.demand.get() || this.random.nextInt(8) == 0) {
			ask();
		}
	}

	private void ask() {
		long further = switch (this.random.nextInt(6)) {
			case 0, 1 -> 1;
			case 2, 3 -> 1 + this.random.nextInt(5);
			case 4 -> 1 + this.random.nextInt(100);
			default -> 10_000;
		};
		// The page that brings the last one may end before anybody else has asked
		further = Math.min(further, this.most - this.demand.get());
		if (further <= 0) {
			return;
		}
		long asked = further;
		this.demand.addAndGet(asked);
		if (this.random.nextInt(3) == 0) {
			Schedulers.parallel().schedule(() -> request(asked));
		}
		else {
			request(asked);
		}
	}

	@Override
	protected void hookOnComplete() {
		this.end.tryEmitValue(this.received);
	}

	@Override
	protected void hookOnError(Throwable failure) {
		this.end.tryEmitError(failure);
	}

}
