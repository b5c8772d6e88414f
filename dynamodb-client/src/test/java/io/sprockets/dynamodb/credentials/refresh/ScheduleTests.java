package io.sprockets.dynamodb.credentials.refresh;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.Finding.Found;
import org.jspecify.annotations.Nullable;
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
	void restsGrowToTheirCeiling() {
		assertThat(Backoff.after(1, false, () -> 0)).isZero();
		assertThat(Backoff.after(2, false, () -> 0)).isEqualTo(1_000);
		assertThat(Backoff.after(1, true, () -> 0)).isEqualTo(1_000);
		assertThat(Backoff.after(1, true, () -> 1)).isEqualTo(500);
		assertThat(Backoff.after(4, true, () -> 0)).isEqualTo(8_000);
		assertThat(Backoff.after(1000, true, () -> 0)).isEqualTo(60_000);
		assertThat(Backoff.after(1000, false, () -> 0)).isEqualTo(10_000);
	}

	private static Found until(@Nullable Long end) {
		return new Found(new AwsCredentials("id", "s", null, (end != null) ? Instant.ofEpochMilli(end) : null, null));
	}

}
