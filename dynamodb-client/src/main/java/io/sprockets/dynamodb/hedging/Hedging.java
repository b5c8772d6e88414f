package io.sprockets.dynamodb.hedging;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import io.sprockets.dynamodb.transport.HttpAnswer;
import io.sprockets.dynamodb.transport.HttpAttempt;
import io.sprockets.dynamodb.transport.WebClientTransport;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Sends the slow ones among a client's reads a second time.
 */
public final class Hedging {

	/** Transactional reads are always strongly consistent. */
	private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems");

	private static final byte[] CONSISTENT = "\"ConsistentRead\"".getBytes(StandardCharsets.US_ASCII);

	private final WebClientTransport transport;

	private final HedgeSettings settings;

	private final HedgeBudget budget;

	private final Map<String, RecentTimes> times = new ConcurrentHashMap<>();

	private final LongAdder sent = new LongAdder();

	private final LongAdder won = new LongAdder();

	private final LongAdder refused = new LongAdder();

	/**
	 * Creates the hedging of a client's reads.
	 */
	public Hedging(WebClientTransport transport, HedgeSettings settings) {
		this.transport = transport;
		this.settings = settings;
		this.budget = new HedgeBudget(settings.maxShare());
	}

	/**
	 * Returns the exchange of an attempt, hedged if it is one of a read that may be.
	 */
	public Mono<HttpAnswer> exchange(HttpAttempt attempt) {
		Mono<HttpAnswer> single = this.transport.exchange(attempt);
		if (!mayHedge(attempt)) {
			return single;
		}
		this.budget.noteRead();
		return new HedgedExchange(single, this, attempt);
	}

	private boolean mayHedge(HttpAttempt attempt) {
		if (!READS.contains(attempt.operation())) {
			return false;
		}
		return this.settings.consistentReads()
				|| (!attempt.operation().equals("TransactGetItems") && !attempt.bodySays(CONSISTENT, "true"));
	}

	/**
	 * Returns how long to wait for a first answer, in nanoseconds, or
	 * {@link RecentTimes#UNKNOWN}.
	 */
	long delay(String operation) {
		return (this.settings.delay() != null) ? this.settings.delay().toNanos() : times(operation).percentile();
	}

	/**
	 * Sets a time.
	 * @return calls it off
	 */
	Disposable after(long nanos, Runnable action) {
		return this.transport.deadlines().set(action, nanos);
	}

	/**
	 * Asks for a second request.
	 */
	boolean begin() {
		boolean allowed = this.budget.take();
		(allowed ? this.sent : this.refused).increment();
		return allowed;
	}

	/**
	 * Notes an answer.
	 * @param second whether it is the second request's
	 */
	void answered(String operation, long took, boolean second) {
		if (second) {
			this.won.increment();
		}
		if (this.settings.delay() == null) {
			times(operation).add(took);
		}
	}

	private RecentTimes times(String operation) {
		return this.times.computeIfAbsent(operation, (name) -> new RecentTimes(this.settings.percentile()));
	}

	/**
	 * Returns how many second requests were sent.
	 */
	public long sent() {
		return this.sent.sum();
	}

	/**
	 * Returns how many of them answered first.
	 */
	public long won() {
		return this.won.sum();
	}

	/**
	 * Returns how many were not sent because their share was used up.
	 */
	public long refused() {
		return this.refused.sum();
	}

}
