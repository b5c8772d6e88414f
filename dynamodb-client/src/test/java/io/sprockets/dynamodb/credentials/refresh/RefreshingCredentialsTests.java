package io.sprockets.dynamodb.credentials.refresh;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.MovingClock;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.error.NoCredentialsException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.Disposable;
import reactor.core.Fuseable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class RefreshingCredentialsTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

	private final MovingClock clock = new MovingClock(START);

	private final Looks looks = new Looks();

	/** In the middle of the jitter. */
	private final RefreshingCredentials provider = new RefreshingCredentials(this.looks, this.clock, () -> 0.5);

	@Test
	void nothingIsLookedForBeforeSubscription() {
		this.provider.resolve();
		assertThat(this.looks.count()).isZero();
	}

	@Test
	void whoComesFirstWaitsTogether() {
		Mono<AwsCredentials> resolve = this.provider.resolve();
		StepVerifier.create(Mono.zip(resolve, resolve, this.provider.resolve()))
			.then(() -> this.looks.find(lasting("a")))
			.assertNext((all) -> assertThat(all).containsOnly(credentials("a", null)))
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(this.looks.count()).isOne();
	}

	@Test
	void freshCredentialsAreOneConstant() {
		hold(until("a", Duration.ofHours(1)));
		Mono<AwsCredentials> known = this.provider.resolve();
		assertThat(known).isInstanceOf(Fuseable.ScalarCallable.class).isSameAs(this.provider.resolve());
		this.clock.advance(Duration.ofMinutes(50));
		assertThat(this.provider.resolve()).isSameAs(known);
		assertThat(this.looks.count()).isOne();
	}

	@Test
	void lastingCredentialsAreNeverRenewed() {
		hold(lasting("a"));
		this.clock.advance(Duration.ofDays(3650));
		expect("a");
		assertThat(this.looks.count()).isOne();
	}

	@Test
	void servedCredentialsWithoutEndAreRenewedWithinAnHour() {
		hold(new Found(credentials("a", null)));
		this.clock.advance(Duration.ofMinutes(56));
		expect("a");
		assertThat(this.looks.count()).isOne();
		this.clock.advance(Duration.ofMinutes(2));
		expect("a");
		this.looks.find(lasting("b"));
		expect("b");
	}

	@Test
	void renewalRunsBehindCallersOnceAndAheadOfTheEnd() {
		hold(until("a", Duration.ofHours(1)));
		this.clock.advance(Duration.ofMinutes(54));
		for (int i = 0; i < 100; i++) {
			assertThat(this.provider.resolve()).isInstanceOf(Fuseable.ScalarCallable.class);
			expect("a");
		}
		assertThat(this.looks.count()).isEqualTo(2);
		assertThat(this.looks.renewals).containsExactly(false, true);
		this.looks.find(until("b", Duration.ofHours(1)));
		expect("b");
		assertThat(this.looks.count()).isEqualTo(2);
	}

	@Test
	void renewalOfManyAtOnceIsOne() {
		hold(until("a", Duration.ofHours(1)));
		this.clock.advance(Duration.ofMinutes(54));
		StepVerifier
			.create(Flux.range(0, 1000)
				.flatMap((i) -> Mono.defer(this.provider::resolve).subscribeOn(Schedulers.parallel())))
			.expectNextCount(1000)
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(this.looks.count()).isEqualTo(2);
	}

	@Test
	void shortLivedCredentialsAreRenewedInProportion() {
		hold(until("a", Duration.ofSeconds(40)));
		this.clock.advance(Duration.ofSeconds(27));
		expect("a");
		assertThat(this.looks.count()).isOne();
		this.clock.advance(Duration.ofSeconds(1));
		expect("a");
		assertThat(this.looks.count()).isEqualTo(2);
	}

	@Test
	void inTheLastMinuteCallersWaitForTheRenewal() {
		hold(until("a", Duration.ofHours(1)));
		this.clock.advance(Duration.ofMinutes(59).plusSeconds(1));
		StepVerifier.create(this.provider.resolve())
			.then(() -> this.looks.find(lasting("b")))
			.expectNext(credentials("b", null))
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void inTheLastMinuteAFailedRenewalLeavesWhatIsThere() {
		AwsCredentials held = hold(until("a", Duration.ofHours(1)));
		this.clock.advance(Duration.ofMinutes(59).plusSeconds(1));
		StepVerifier.create(this.provider.resolve())
			.then(() -> this.looks.fail(new CredentialsRetrievalException("down")))
			.expectNext(held)
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(this.provider.resolve()).isInstanceOf(Fuseable.ScalarCallable.class);
	}

	@Test
	void inTheLastMinuteNobodyWaitsLongerThanSomeSeconds() {
		AwsCredentials held = hold(until("a", Duration.ofHours(1)));
		this.clock.advance(Duration.ofMinutes(59).plusSeconds(1));
		StepVerifier.withVirtualTime(this.provider::resolve)
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(4900))
			.thenAwait(Duration.ofMillis(200))
			.expectNext(held)
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void lastGoodCredentialsServeUntilTheirEndWhileRenewalsFail(CapturedOutput output) {
		hold(until("a", Duration.ofHours(1)));
		this.clock.advance(Duration.ofMinutes(54));
		int failures = 0;
		while (this.clock.instant().isBefore(START.plus(Duration.ofMinutes(59)))) {
			expect("a");
			if (this.looks.isOpen()) {
				failures++;
				this.looks.fail(new CredentialsRetrievalException("source is down"));
			}
			this.clock.advance(Duration.ofMillis(100));
		}
		expect("a");
		assertThat(failures).isBetween(8, 14);
		assertThat(output).contains("could not be renewed, those at hand are used on: source is down");
	}

	@Test
	void afterTheEndCallersGetTheErrorOfTheLookUp() {
		hold(until("a", Duration.ofHours(1)));
		this.clock.advance(Duration.ofHours(1));
		StepVerifier.create(this.provider.resolve())
			.then(() -> this.looks.fail(new CredentialsRetrievalException("source is down")))
			.expectErrorMessage("source is down")
			.verify(TIMEOUT);
		assertThat(this.looks.renewals).containsExactly(false, false);
	}

	@Test
	void longRestOfRenewalsIsCutShortForCallersWithoutCredentials() {
		hold(until("a", Duration.ofHours(1)));
		this.clock.advance(Duration.ofMinutes(54));
		while (this.clock.instant().isBefore(START.plus(Duration.ofHours(1)).minusMillis(100))) {
			this.provider.resolve();
			if (this.looks.isOpen()) {
				this.looks.fail(new CredentialsRetrievalException("down"));
			}
			this.clock.advance(Duration.ofMillis(100));
		}
		this.clock.advance(Duration.ofSeconds(10));
		hold(lasting("b"));
	}

	@Test
	void firstFailureIsNotKeptButSeveralAreForAWhile() {
		failOnce();
		failOnce();
		StepVerifier.create(this.provider.resolve()).expectErrorMessage("down 2").verify(TIMEOUT);
		assertThat(this.looks.count()).isEqualTo(2);
		this.clock.advance(Duration.ofSeconds(1));
		failOnce();
		this.clock.advance(Duration.ofSeconds(1));
		StepVerifier.create(this.provider.resolve()).expectErrorMessage("down 3").verify(TIMEOUT);
		this.clock.advance(Duration.ofSeconds(1));
		hold(lasting("a"));
		expect("a");
	}

	@Test
	void clockSetBackDoesNotKeepAFailure() {
		failOnce();
		failOnce();
		this.clock.advance(Duration.ofHours(-1));
		hold(lasting("a"));
	}

	@Test
	void credentialsThatHaveExpiredByThisClockAreServedAndLookedForAgain() {
		hold(until("a", Duration.ofHours(-1)));
		expect("a");
		assertThat(this.looks.count()).isOne();
		this.clock.advance(Duration.ofMinutes(2));
		expect("a");
		assertThat(this.looks.count()).isEqualTo(2);
	}

	@Test
	void rejectedCredentialsAreDroppedAndLookedForOnceByAll() {
		AwsCredentials held = hold(lasting("a"));
		this.provider.invalidate(held);
		this.provider.invalidate(held);
		StepVerifier.create(Mono.zip(this.provider.resolve(), this.provider.resolve()))
			.then(() -> this.looks.find(lasting("b")))
			.assertNext((both) -> assertThat(both).containsOnly(credentials("b", null)))
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(this.looks.renewals).containsExactly(false, false);
	}

	@Test
	void rejectionOfOthersChangesNothing() {
		hold(lasting("b"));
		this.provider.invalidate(credentials("a", null));
		expect("b");
	}

	@Test
	void rejectionsOneAfterTheOtherDoNotMakeAllCallsLook() {
		this.provider.invalidate(hold(lasting("a")));
		hold(lasting("a"));
		this.provider.invalidate(credentials("a", null));
		expect("a");
		this.clock.advance(Duration.ofSeconds(10));
		this.provider.invalidate(credentials("a", null));
		hold(lasting("b"));
	}

	@Test
	void renewalThatFindsWhatWasRejectedMeanwhileLooksAgain() {
		AwsCredentials held = hold(until("a", Duration.ofHours(1)));
		this.clock.advance(Duration.ofMinutes(54));
		this.provider.resolve();
		this.provider.invalidate(held);
		StepVerifier.create(this.provider.resolve())
			.then(() -> this.looks.find(new Found(held)))
			.then(() -> this.looks.find(lasting("b")))
			.expectNext(credentials("b", null))
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(this.looks.count()).isEqualTo(3);
	}

	@Test
	void whoCancelsDoesNotEndTheLookUpOfOthers() {
		Disposable first = this.provider.resolve().subscribe();
		List<AwsCredentials> second = new ArrayList<>();
		this.provider.resolve().subscribe(second::add);
		first.dispose();
		this.looks.find(lasting("a"));
		assertThat(second).containsExactly(credentials("a", null));
		assertThat(this.looks.count()).isOne();
	}

	@Test
	void contextOfWhoComesFirstIsNotTheLookUps() {
		RefreshingCredentials provider = new RefreshingCredentials(
				(renewal) -> Mono.deferContextual(
						(context) -> Mono.just(new Found(credentials(context.isEmpty() ? "none" : "some", null)))),
				this.clock);
		StepVerifier.create(provider.resolve().contextWrite((context) -> context.put("deadline", 1)))
			.expectNext(credentials("none", null))
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void lookUpThatHangsEnds() {
		StepVerifier.withVirtualTime(this.provider::resolve)
			.expectSubscription()
			.expectNoEvent(RefreshingCredentials.MAX_LOOKUP.minusMillis(1))
			.thenAwait(Duration.ofMillis(2))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(CredentialsRetrievalException.class)
				.hasMessageContaining("60 seconds"))
			.verify(TIMEOUT);
		assertThat(this.looks.cancelled).isOne();
	}

	@Test
	void emptyLookUpIsNoCredentials() {
		StepVerifier.create(new RefreshingCredentials((renewal) -> Mono.empty(), this.clock).resolve())
			.expectError(NoCredentialsException.class)
			.verify(TIMEOUT);
	}

	@Test
	void foreignFailureIsNotQuoted() {
		RefreshingCredentials provider = new RefreshingCredentials((renewal) -> {
			throw new CancellationException("SECRET");
		}, this.clock);
		StepVerifier.create(provider.resolve())
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(DynamoDbConfigurationException.class)
				.hasMessageContaining("CancellationException")
				.hasMessageNotContaining("SECRET"))
			.verify(TIMEOUT);
	}

	@Test
	void changeIsLookedForEverySecondSecondAndRenewsBehindCallers() {
		hold(lasting("a"));
		expect("a");
		assertThat(this.looks.changeLooks).isZero();
		this.clock.advance(Duration.ofSeconds(2));
		expect("a");
		expect("a");
		assertThat(this.looks.changeLooks).isOne();
		this.looks.changed = true;
		this.clock.advance(Duration.ofSeconds(2));
		expect("a");
		assertThat(this.looks.renewals).containsExactly(false, true);
		this.looks.find(lasting("b"));
		expect("b");
	}

	@Test
	void changeToSomethingUnusableKeepsWhatIsThereAndIsTriedAgain() {
		hold(lasting("a"));
		this.looks.changed = true;
		this.clock.advance(Duration.ofSeconds(2));
		expect("a");
		this.looks.fail(new DynamoDbConfigurationException("half a key"));
		expect("a");
		assertThat(this.looks.count()).isEqualTo(2);
		this.clock.advance(Duration.ofSeconds(2));
		expect("a");
		this.looks.find(lasting("b"));
		expect("b");
	}

	@Test
	void closingEndsTheLookUpWithAnErrorAndThoseToCome() {
		StepVerifier.create(this.provider.resolve())
			.then(this.provider::close)
			.expectErrorMessage("The provider of AWS credentials was closed")
			.verify(TIMEOUT);
		StepVerifier.create(this.provider.resolve()).expectError(CredentialsRetrievalException.class).verify(TIMEOUT);
		assertThat(this.looks.cancelled).isOne();
	}

	@Test
	void toStringHasNoKey() {
		hold(lasting("AKID"));
		assertThat(this.provider).asString().doesNotContain("AKID", "secret");
	}

	private AwsCredentials hold(Found found) {
		List<AwsCredentials> results = new ArrayList<>();
		this.provider.resolve().subscribe(results::add);
		this.looks.find(found);
		assertThat(results).hasSize(1);
		return results.get(0);
	}

	private void failOnce() {
		String message = "down " + (this.looks.count() + 1);
		StepVerifier.create(this.provider.resolve())
			.then(() -> this.looks.fail(new CredentialsRetrievalException(message)))
			.expectErrorMessage(message)
			.verify(TIMEOUT);
	}

	private void expect(String accessKeyId) {
		StepVerifier.create(this.provider.resolve())
			.assertNext((credentials) -> assertThat(credentials.accessKeyId()).isEqualTo(accessKeyId))
			.expectComplete()
			.verify(TIMEOUT);
	}

	private static Found lasting(String accessKeyId) {
		return new Found(credentials(accessKeyId, null), true);
	}

	private Found until(String accessKeyId, Duration life) {
		return new Found(credentials(accessKeyId, this.clock.instant().plus(life)));
	}

	private static AwsCredentials credentials(String accessKeyId, @Nullable Instant expiration) {
		return new AwsCredentials(accessKeyId, "secret", null, expiration, null);
	}

	/**
	 * Look-ups that end when the test says so.
	 */
	private static final class Looks implements CredentialsLookup {

		private final List<Sinks.One<Found>> sinks = new CopyOnWriteArrayList<>();

		private final List<Boolean> renewals = new CopyOnWriteArrayList<>();

		private volatile int cancelled;

		private volatile int changeLooks;

		private volatile boolean changed;

		private volatile int answered;

		@Override
		public Mono<Found> look(boolean renewal) {
			return Mono.defer(() -> {
				Sinks.One<Found> sink = Sinks.one();
				this.renewals.add(renewal);
				this.sinks.add(sink);
				return sink.asMono().doOnCancel(() -> this.cancelled++);
			});
		}

		@Override
		public Mono<Boolean> hasChanged() {
			return Mono.fromCallable(() -> {
				this.changeLooks++;
				return this.changed;
			});
		}

		int count() {
			return this.sinks.size();
		}

		boolean isOpen() {
			return this.answered < this.sinks.size();
		}

		void find(Found found) {
			this.sinks.get(this.answered++).tryEmitValue(found).orThrow();
		}

		void fail(RuntimeException failure) {
			this.sinks.get(this.answered++).tryEmitError(failure).orThrow();
		}

	}

}
