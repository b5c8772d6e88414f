package io.sprockets.dynamodb.retry;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SendRateTests {

	private final SendRate rate = new SendRate(100);

	@Test
	void nothingWaitsBeforeTheFirstThrottling() {
		for (int i = 0; i < 1000; i++) {
			assertThat(this.rate.take(100)).isZero();
			this.rate.answered(false, 100);
		}
		assertThat(this.rate.rate()).isInfinite();
	}

	@Test
	void throttlingLowersTheRateToSevenTenthsOfWhatWasSent() {
		double now = send(100, 10, 0.1);
		this.rate.answered(true, now);
		assertThat(this.rate.rate()).isCloseTo(7, within(1.5));
	}

	@Test
	void requestsBeyondTheRateWaitTheirTurn() {
		this.rate.answered(true, send(100, 10, 0.1));
		double first = this.rate.take(101.1);
		double later = 0;
		for (int i = 0; i < 20; i++) {
			later = this.rate.take(101.1);
		}
		assertThat(later).isGreaterThan(first).isBetween(1.0, 5.0);
	}

	@Test
	void successRaisesTheRateAgain() {
		double now = send(100, 20, 0.1);
		this.rate.answered(true, now);
		double lowered = this.rate.rate();
		send(now, 100, 0.1);
		assertThat(this.rate.rate()).isGreaterThan(lowered);
	}

	@Test
	void rateStaysAboveItsMinimumAndNoWaitIsEndless() {
		double now = 101;
		for (int i = 0; i < 100; i++) {
			this.rate.answered(true, now += 0.6);
		}
		assertThat(this.rate.rate()).isGreaterThanOrEqualTo(0.5);
		for (int i = 0; i < 10_000; i++) {
			assertThat(this.rate.take(now)).isLessThanOrEqualTo(20.1);
		}
	}

	private double send(double start, int requests, double interval) {
		double now = start;
		for (int i = 0; i < requests; i++) {
			now += interval;
			this.rate.take(now);
			this.rate.answered(false, now);
		}
		return now;
	}

}
