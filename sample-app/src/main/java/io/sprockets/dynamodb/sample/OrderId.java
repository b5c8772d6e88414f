package io.sprockets.dynamodb.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * Ids of orders: the time in UTC first, so that the order of ids is that of time.
 */
final class OrderId {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS")
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

	private OrderId() {
	}

	static String of(Instant placedAt) {
		return TIME.format(placedAt) + "-" + UUID.randomUUID().toString().substring(0, 8);
	}

	/**
	 * Returns what is not greater than any id of a day.
	 */
	static String firstOf(LocalDate day) {
		return DAY.format(day);
	}

	/**
	 * Returns what is greater than any id of a day.
	 */
	static String lastOf(LocalDate day) {
		return DAY.format(day) + "~";
	}

}
