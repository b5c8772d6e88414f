package io.sprockets.dynamodb.credentials.refresh;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.Finding.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleTests {

	private static final long NOW = 1_000_000_000L;

	/**
	 * Life, shortest and longest lead of the renewal, lead of waiting, all in seconds.
	 */
	@ParameterizedTest
	@CsvSource({ "21600, 300, 450, 60", "3600, 300, 450, 60", "900, 225, 337.5, 60", "100, 25, 37.5, 10" })
	void renewalIsAheadOfWaitingAndWaitingOfTheEnd(long life, double shortest, double longest, long wait) {
		long end = NOW + TimeUnit.SECONDS.toMillis(life);
		Schedule late = Schedule.of(until(end), NOW, () -> 0);
		Schedule early = Schedule.of(until(end), NOW, () -> 1);
		assertThat(late).isEqualTo(new Schedule(end - (long) (shortest * 1000), end - wait * 1000, end));
		assertThat(early.renewFrom()).isEqualTo(end - (long) (longest * 1000));
	}

	@Test
	void endsAtTheEdgesOfTimeAreInThePastOrFarAway() {
		for (Instant past : List.of(Instant.MIN, Instant.ofEpochMilli(Long.MIN_VALUE))) {
			assertThat(Schedule.of(until(past), NOW, () -> 0).renewFrom()).isEqualTo(NOW + 60_000);
		}
		for (Instant future : List.of(Instant.MAX, Instant.ofEpochMilli(Long.MAX_VALUE))) {
			assertThat(Schedule.of(until(future), NOW, () -> 0))
				.isEqualTo(new Schedule(Long.MAX_VALUE - 300_000, Long.MAX_VALUE - 60_000, Long.MAX_VALUE));
		}
	}

	@Test
	void restsGrowToTheirCeiling() {
		assertThat(Backoff.after(1, false, () -> 0)).isZero();
		assertThat(Backoff.after(2, false, () -> 0)).isEqualTo(1_000);
		assertThat(Backoff.after(1, true, () -> 0)).isEqualTo(1_000);
		assertThat(Backoff.after(1, true, () -> 1)).isEqualTo(500);
		assertThat(Backoff.after(4, true, () -> 0)).isEqualTo(8_000);
		assertThat(Backoff.after(1000, true, () -> 0)).isEqualTo(60_000);
		assertThat(Backoff.after(1000, false, () -> 0)).isEqualTo(10_000);
	}

	private static Found until(long end) {
		return until(Instant.ofEpochMilli(end));
	}

	private static Found until(Instant end) {
		return new Found(new AwsCredentials("id", "s", null, end, null));
	}

}
