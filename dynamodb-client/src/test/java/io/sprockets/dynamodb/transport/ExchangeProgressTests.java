package io.sprockets.dynamodb.transport;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeProgressTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private static final Duration SOON = Duration.ofSeconds(10);

	@Test
	void exchangeHasItsTimeout() {
		StepVerifier.withVirtualTime(() -> new ExchangeProgress(TIMEOUT, false).deadline())
			.expectSubscription()
			.expectNoEvent(TIMEOUT.minusMillis(1))
			.thenAwait(Duration.ofMillis(1))
			.expectNextCount(1)
			.expectComplete()
			.verify(SOON);
	}

	@Test
	void firstExchangeThatFindsNoConnectionEndsAfterTheTimeOfLoading() {
		StepVerifier.withVirtualTime(() -> new ExchangeProgress(TIMEOUT, true).deadline())
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(12_999))
			.thenAwait(Duration.ofMillis(1))
			.expectNextCount(1)
			.expectComplete()
			.verify(SOON);
	}

	@Test
	void firstExchangeHasASecondMoreOnceItIsConnected() {
		ExchangeProgress progress = new ExchangeProgress(TIMEOUT, true);
		Mono<Void> connecting = progress
			.follow(Mono.deferContextual((context) -> Mono.fromRunnable(() -> ExchangeProgress.connected(context))));
		StepVerifier.withVirtualTime(progress::deadline)
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(5))
			.then(() -> assertThat(progress.isConnected()).isFalse())
			.then(connecting::subscribe)
			.then(() -> assertThat(progress.isConnected()).isTrue())
			.expectNoEvent(Duration.ofMillis(2_999))
			.thenAwait(Duration.ofMillis(1))
			.expectNextCount(1)
			.expectComplete()
			.verify(SOON);
	}

}
