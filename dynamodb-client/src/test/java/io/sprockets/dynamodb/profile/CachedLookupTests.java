package io.sprockets.dynamodb.profile;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class CachedLookupTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final AtomicInteger lookups = new AtomicInteger();

	@Test
	void nothingIsLookedUpBeforeSubscription() {
		counting(Mono.just("value")).get();
		assertThat(this.lookups).hasValue(0);
	}

	@Test
	void valueIsLookedUpOnceAndThenConstant() {
		CachedLookup<String> lookup = counting(Mono.just("value"));
		Mono<String> before = lookup.get();
		expectValue(before);
		expectValue(before);
		Mono<String> after = lookup.get();
		expectValue(after);
		assertThat(after).isSameAs(lookup.get()).isInstanceOf(Callable.class);
		assertThat(this.lookups).hasValue(1);
	}

	@Test
	void subscribersAtTheSameTimeShareOneLookup() {
		Sinks.One<String> source = Sinks.one();
		CachedLookup<String> lookup = counting(source.asMono());
		StepVerifier.create(Mono.zip(lookup.get(), lookup.get(), lookup.get()))
			.then(() -> source.tryEmitValue("value").orThrow())
			.expectNextCount(1)
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(this.lookups).hasValue(1);
	}

	@Test
	void oneWhoCancelsDoesNotEndTheLookupOfOthers() {
		Sinks.One<String> source = Sinks.one();
		CachedLookup<String> lookup = counting(source.asMono());
		StepVerifier.create(lookup.get()).thenCancel().verify(TIMEOUT);
		StepVerifier.create(lookup.get())
			.then(() -> source.tryEmitValue("value").orThrow())
			.expectNext("value")
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(this.lookups).hasValue(1);
	}

	@Test
	void errorIsSignalledButNotKept() {
		CachedLookup<String> lookup = counting(Mono.defer(
				() -> (this.lookups.get() == 1) ? Mono.error(new IllegalStateException("first")) : Mono.just("value")));
		Mono<String> mono = lookup.get();
		StepVerifier.create(mono).expectErrorMessage("first").verify(TIMEOUT);
		expectValue(mono);
		assertThat(this.lookups).hasValue(2);
	}

	@Test
	void emptyIsNotKept() {
		CachedLookup<String> lookup = counting(
				Mono.defer(() -> (this.lookups.get() == 1) ? Mono.empty() : Mono.just("value")));
		StepVerifier.create(lookup.get()).expectComplete().verify(TIMEOUT);
		expectValue(lookup.get());
	}

	private CachedLookup<String> counting(Mono<String> source) {
		return new CachedLookup<>(Mono.defer(() -> {
			this.lookups.incrementAndGet();
			return source;
		}));
	}

	private static void expectValue(Mono<String> mono) {
		StepVerifier.create(mono).expectNext("value").expectComplete().verify(TIMEOUT);
	}

}
