package io.sprockets.dynamodb.execution;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.transport.HttpAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The time by the service's clock: this machine's, corrected where the {@code Date} of an
 * answer shows that it is off by minutes, since the service refuses signatures of another
 * time than its own.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html">
 * Troubleshoot Signature Version 4</a>
 */
final class ServiceClock {

	/** Below the five minutes that the service tolerates. */
	private static final long TOLERATED_MILLIS = TimeUnit.MINUTES.toMillis(4);

	/** An answer that took longer says too little about now. */
	private static final long MAX_AGE_NANOS = TimeUnit.MINUTES.toNanos(15);

	private final Clock machine;

	private volatile long offsetMillis;

	private volatile @Nullable String lastDate;

	ServiceClock(Clock machine) {
		this.machine = machine;
	}

	/**
	 * Returns the time to sign with.
	 */
	Instant now() {
		Instant now = this.machine.instant();
		long offset = this.offsetMillis;
		return (offset != 0) ? now.plusMillis(offset) : now;
	}

	/**
	 * Returns by how much the service's clock is ahead of this machine's, 0 while they
	 * agree to four minutes.
	 */
	long offsetMillis() {
		return this.offsetMillis;
	}

	/**
	 * Learns from any answer.
	 * @param startedAt when its attempt began, as {@link System#nanoTime()} has it
	 */
	void learn(HttpAnswer answer, long startedAt) {
		String date = answer.header("Date");
		if (date != null && !date.equals(this.lastDate)) {
			this.lastDate = date;
			correct(date, answer.header("Age") != null, startedAt, TOLERATED_MILLIS);
		}
	}

	/**
	 * Learns from an error that says that the clocks differ, be it by a second.
	 * @param startedAt when its attempt began, as {@link System#nanoTime()} has it
	 */
	void believe(DynamoDbServiceException error, long startedAt) {
		List<String> dates = error.headers().get("Date");
		if (dates != null && !dates.isEmpty()) {
			correct(dates.get(0), error.headers().containsKey("Age"), startedAt, TimeUnit.SECONDS.toMillis(1));
		}
	}

	/**
	 * Corrects the offset.
	 * @param cached whether the answer is from a cache, and its date from another time
	 */
	private void correct(String date, boolean cached, long startedAt, long tolerated) {
		if (cached || System.nanoTime() - startedAt > MAX_AGE_NANOS) {
			return;
		}
		try {
			Instant service = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip()));
			long offset = service.toEpochMilli() - this.machine.millis();
			if (Math.abs(offset - this.offsetMillis) > tolerated) {
				this.offsetMillis = (Math.abs(offset) > tolerated) ? offset : 0;
			}
		}
		catch (DateTimeException ex) {
			// A date that is none says nothing of the clock
		}
	}

}
