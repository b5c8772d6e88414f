package io.sprockets.dynamodb.soak;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.sprockets.dynamodb.DynamoDbClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/**
 * Many workers at once, each doing one thing after the other.
 */
final class SoakLoad {

	private static final int AT_ONCE = 8;

	private static final Duration VERIFICATION = Duration.ofMinutes(2);

	private final AtomicBoolean stopped = new AtomicBoolean();

	private final SoakTable table;

	private final SoakLedger ledger;

	private final List<SoakWorker> workers;

	SoakLoad(int workers, DynamoDbClient client, SoakTable table, SoakLedger ledger) {
		this.table = table;
		this.ledger = ledger;
		this.workers = IntStream.range(0, workers).mapToObj((i) -> new SoakWorker(i, client, table, ledger)).toList();
	}

	/**
	 * Works until it is stopped or a fault is found.
	 */
	Mono<Void> run() {
		return Flux.fromIterable(this.workers).flatMap(this::work, this.workers.size()).then();
	}

	private Mono<Void> work(SoakWorker worker) {
		return Mono.defer(worker::step).repeat(() -> !this.stopped.get() && this.ledger.fault() == null).then();
	}

	/**
	 * Lets each worker end what it does.
	 */
	void stop() {
		this.stopped.set(true);
	}

	/**
	 * Verifies what is not verified yet.
	 */
	void verifyRest() {
		StepVerifier
			.create(Flux.fromIterable(this.workers)
				.flatMap((worker) -> this.ledger.verifying(this.table.verifyAndDelete(worker.partition())), AT_ONCE)
				.then())
			.expectComplete()
			.verify(VERIFICATION);
	}

}
