package io.sprockets.dynamodb.credentials.refresh;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.error.NoCredentialsException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.Logger;
import reactor.util.Loggers;

/**
 * Keeps credentials and renews them before they end. There is one look-up at a time, for
 * all who wait. Most never do: a renewal begins when someone asks in the last minutes
 * before the end, and until it is done everyone gets what is there; only in the last
 * minute do callers wait for it, for some seconds. If it fails they go on with what is
 * there until that has really ended. Failed look-ups are repeated at growing, random
 * intervals. Nothing is done unless someone asks.
 */
public final class RefreshingCredentials implements AwsCredentialsProvider, AutoCloseable {

	/**
	 * How long a look-up may take, whatever it does.
	 */
	public static final Duration MAX_LOOKUP = Duration.ofSeconds(60);

	private static final Duration MAX_WAIT = Duration.ofSeconds(5);

	private static final long INVALIDATION_REST = Duration.ofSeconds(10).toMillis();

	private static final Logger logger = Loggers.getLogger(RefreshingCredentials.class);

	private final CredentialsLookup lookup;

	private final ChangeWatch changes;

	private final Clock clock;

	private final DoubleSupplier random;

	private final Mono<AwsCredentials> next = Mono.defer(this::join);

	private final Object lock = new Object();

	private volatile @Nullable Kept kept;

	private volatile @Nullable Flight flight;

	private volatile @Nullable Setback setback;

	private @Nullable Long invalidated;

	private boolean closed;

	/**
	 * Creates a provider that has nothing yet.
	 * @param lookup where the credentials are
	 * @param clock tells what has ended
	 */
	public RefreshingCredentials(CredentialsLookup lookup, Clock clock) {
		this(lookup, clock, () -> ThreadLocalRandom.current().nextDouble());
	}

	RefreshingCredentials(CredentialsLookup lookup, Clock clock, DoubleSupplier random) {
		this.lookup = lookup;
		this.changes = new ChangeWatch(lookup, MAX_LOOKUP);
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Returns the credentials: a constant, as long as they are fresh.
	 * @return the credentials, or the look-up's error
	 */
	@Override
	public Mono<AwsCredentials> resolve() {
		Kept kept = this.kept;
		if (kept == null) {
			return this.next;
		}
		long now = this.clock.millis();
		return kept.isCalm(now) ? kept.value() : attend(kept, now);
	}

	private Mono<AwsCredentials> attend(Kept kept, long now) {
		Schedule schedule = kept.schedule();
		if (now >= schedule.end()) {
			return this.next;
		}
		if (now >= schedule.renewFrom()) {
			renew(now);
		}
		else {
			lookForChanges(kept, now);
		}
		Flight flight = this.flight;
		return (now >= schedule.waitFrom() && flight != null)
				? flight.result().timeout(MAX_WAIT, kept.value()).onErrorResume((ex) -> kept.value()) : kept.value();
	}

	private void renew(long now) {
		Setback setback = this.setback;
		if (this.flight != null || (setback != null && setback.isResting(now))) {
			return;
		}
		Flight flight = new Flight(true);
		synchronized (this.lock) {
			Kept kept = this.kept;
			if (this.flight != null || this.closed || kept == null || now < kept.schedule().renewFrom()) {
				return;
			}
			this.flight = flight;
		}
		start(flight);
	}

	private void lookForChanges(Kept kept, long now) {
		synchronized (this.lock) {
			if (!kept.equals(this.kept)) {
				return;
			}
			this.kept = kept.lookedAt(now);
		}
		this.changes.look(this::changed);
	}

	private void changed() {
		long now = this.clock.millis();
		synchronized (this.lock) {
			Kept kept = this.kept;
			if (kept == null) {
				return;
			}
			this.kept = kept.toRenewAt(now);
		}
		renew(now);
	}

	/**
	 * Waits for the look-up that is under way, or makes one.
	 */
	private Mono<AwsCredentials> join() {
		long now = this.clock.millis();
		Flight joined;
		boolean begins = false;
		synchronized (this.lock) {
			Kept kept = this.kept;
			if (kept != null && now < kept.schedule().end()) {
				return kept.value();
			}
			joined = this.flight;
			if (joined == null) {
				if (this.closed) {
					return Mono.error(closedFailure());
				}
				Setback setback = this.setback;
				if (setback != null && setback.isRestingForCallers(now)) {
					return Mono.error(setback.failure());
				}
				joined = new Flight(false);
				this.flight = joined;
				begins = true;
			}
		}
		if (begins) {
			start(joined);
		}
		return joined.result();
	}

	private void start(Flight flight) {
		flight.runs(Mono.defer(() -> this.lookup.look(flight.isRenewal()))
			.timeout(MAX_LOOKUP,
					Mono.error(() -> new CredentialsRetrievalException(
							"Looking for AWS credentials took longer than " + MAX_LOOKUP.toSeconds() + " seconds")))
			.switchIfEmpty(Mono.error(() -> new NoCredentialsException("The source of AWS credentials gave none")))
			.subscribe((found) -> found(flight, found), (ex) -> failed(flight, ex)));
	}

	private void found(Flight flight, Found found) {
		boolean again;
		synchronized (this.lock) {
			again = flight.hasFoundRejected(found.credentials());
			if (!again) {
				this.kept = Kept.of(found, this.clock.millis(), this.random);
				this.flight = null;
				this.setback = null;
			}
		}
		if (again) {
			start(flight);
		}
		else {
			flight.succeed(found.credentials());
		}
	}

	private void failed(Flight flight, Throwable ex) {
		Throwable failure = (ex instanceof DynamoDbException) ? ex : new CredentialsRetrievalException(
				"Looking for AWS credentials failed: " + ex.getClass().getSimpleName(), ex);
		boolean serves;
		synchronized (this.lock) {
			long now = this.clock.millis();
			Kept kept = this.kept;
			serves = kept != null && now < kept.schedule().end();
			Setback last = this.setback;
			int count = (last != null) ? last.count() + 1 : 1;
			this.setback = new Setback(failure, count, now, Backoff.after(count, serves, this.random));
			this.flight = null;
		}
		if (serves) {
			logger.warn("AWS credentials could not be renewed, those at hand are used on: " + failure.getMessage());
		}
		flight.fail(failure);
	}

	/**
	 * Lets go of the credentials if they are those rejected, so that the next who asks
	 * waits for new ones; not more than once in 10 seconds, lest a service that rejects
	 * all would have all calls look.
	 */
	@Override
	public void invalidate(AwsCredentials rejected) {
		synchronized (this.lock) {
			Kept kept = this.kept;
			long now = this.clock.millis();
			Long last = this.invalidated;
			boolean early = last != null && now >= last && now - last < INVALIDATION_REST;
			if (kept == null || early || !kept.credentials().equals(rejected)) {
				return;
			}
			this.invalidated = now;
			this.kept = null;
			this.setback = null;
			Flight flight = this.flight;
			if (flight != null) {
				flight.reject(rejected);
			}
		}
	}

	/**
	 * Ends a look-up that is under way; there are no more.
	 */
	@Override
	public void close() {
		Flight flight;
		synchronized (this.lock) {
			this.closed = true;
			flight = this.flight;
			this.flight = null;
		}
		if (flight != null) {
			flight.stop();
			flight.fail(closedFailure());
		}
	}

	private static CredentialsRetrievalException closedFailure() {
		return new CredentialsRetrievalException("The provider of AWS credentials was closed");
	}

	@Override
	public String toString() {
		Kept kept = this.kept;
		Instant end = (kept != null) ? kept.credentials().expiration() : null;
		return "RefreshingCredentials[expiration=" + end + "]";
	}

}
