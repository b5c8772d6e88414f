package io.sprockets.dynamodb.signing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A signing time: the value of {@code x-amz-date}, {@code yyyyMMdd'T'HHmmss'Z'} in UTC.
 */
final class AmzDate {

	static final int LENGTH = 16;

	private static final int DAY_LENGTH = 8;

	private static final int SECONDS_PER_DAY = 86_400;

	private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();

	private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

	private final long epochSecond;

	private final byte[] text;

	private final String value;

	private AmzDate(long epochSecond, byte[] text) {
		this.epochSecond = epochSecond;
		this.text = text;
		this.value = new String(text, StandardCharsets.ISO_8859_1);
	}

	static AmzDate of(Instant time) {
		long epochDay = Math.floorDiv(time.getEpochSecond(), SECONDS_PER_DAY);
		if (epochDay < FIRST_DAY || epochDay > LAST_DAY) {
			throw new IllegalArgumentException("Signing time must lie in the years 0 to 9999 but is " + time);
		}
		LocalDate day = LocalDate.ofEpochDay(epochDay);
		int second = Math.floorMod(time.getEpochSecond(), SECONDS_PER_DAY);
		byte[] text = new byte[LENGTH];
		putTwoDigits(text, 0, day.getYear() / 100);
		putTwoDigits(text, 2, day.getYear() % 100);
		putTwoDigits(text, 4, day.getMonthValue());
		putTwoDigits(text, 6, day.getDayOfMonth());
		text[8] = 'T';
		putTwoDigits(text, 9, second / 3600);
		putTwoDigits(text, 11, second / 60 % 60);
		putTwoDigits(text, 13, second % 60);
		text[15] = 'Z';
		return new AmzDate(time.getEpochSecond(), text);
	}

	/**
	 * Says whether this is the second of a time.
	 */
	boolean isFor(Instant time) {
		return this.epochSecond == time.getEpochSecond();
	}

	/**
	 * Returns the day the signing key is valid for.
	 */
	long epochDay() {
		return Math.floorDiv(this.epochSecond, SECONDS_PER_DAY);
	}

	String day() {
		return this.value.substring(0, DAY_LENGTH);
	}

	/**
	 * Returns the formatted time.
	 */
	String value() {
		return this.value;
	}

	/**
	 * Returns the formatted time in ASCII, not to be changed.
	 */
	byte[] text() {
		return this.text;
	}

	private static void putTwoDigits(byte[] target, int offset, int number) {
		target[offset] = (byte) ('0' + number / 10);
		target[offset + 1] = (byte) ('0' + number % 10);
	}

}
