package io.sprockets.dynamodb;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

import io.sprockets.dynamodb.error.UnprocessedItemsException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends a chunk of a batch, then what the service left of it, until nothing is left. It
 * waits before each further round, longer after each one that brought nothing, and gives
 * up after several such rounds in a row: leftovers are throttled writes, so hurrying
 * would only make more of them.
 *
 * @param <A> a round's answer
 */
final class LeftoverRounds<A> {

	/** Rounds in a row without progress before giving up. */
	static final int MAX_IDLE_ROUNDS = 8;

	private static final long BASE_DELAY_MILLIS = 50;

	private static final long MAX_DELAY_MILLIS = 5_000;

	private final String operation;

	private final Function<List<BatchEntry>, Mono<A>> send;

	private final Function<A, List<BatchEntry>> leftovers;

	LeftoverRounds(String operation, Function<List<BatchEntry>, Mono<A>> send,
			Function<A, List<BatchEntry>> leftovers) {
		this.operation = operation;
		this.send = send;
		this.leftovers = leftovers;
	}

	Flux<A> run(List<BatchEntry> chunk) {
		return round(chunk, 1, 0);
	}

	private Flux<A> round(List<BatchEntry> entries, int number, int idleRounds) {
		return this.send.apply(entries).flatMapMany((answer) -> {
			List<BatchEntry> left = this.leftovers.apply(answer);
			if (left.isEmpty()) {
				return Flux.just(answer);
			}
			int idle = (left.size() < entries.size()) ? 0 : idleRounds + 1;
			Flux<A> further = (idle < MAX_IDLE_ROUNDS)
					? Mono.delay(delay(idle)).thenMany(Flux.defer(() -> round(left, number + 1, idle)))
					: Flux.error(() -> new UnprocessedItemsException(this.operation, BatchEntry.sourcesByTable(left),
							number));
			return Flux.just(answer).concatWith(further);
		});
	}

	private static Duration delay(int idleRounds) {
		long limit = Math.min(BASE_DELAY_MILLIS << idleRounds, MAX_DELAY_MILLIS);
		return Duration.ofMillis(ThreadLocalRandom.current().nextLong(limit / 2, limit + 1));
	}

}
