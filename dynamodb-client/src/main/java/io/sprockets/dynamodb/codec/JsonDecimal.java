package io.sprockets.dynamodb.codec;

import java.math.BigDecimal;

import io.sprockets.dynamodb.model.DynamoDbNumber;
import org.jspecify.annotations.Nullable;

/**
 * Makes numbers of decimal text. Up to 18 digits, which is nearly every number, they come
 * straight from the bytes.
 */
final class JsonDecimal {

	/** Digits of which every number is a {@code long}. */
	private static final int LONG_DIGITS = 18;

	/**
	 * DynamoDB's longest has 38 digits; much longer ones would take minutes to convert.
	 */
	private static final int MAX_LENGTH = 1_000;

	/**
	 * DynamoDB's smallest is 1E-130; the digits of 1E+99999999 would take minutes to
	 * compute for whoever makes an integer of it.
	 */
	private static final int MAX_EXPONENT = 1_000;

	private JsonDecimal() {
	}

	/**
	 * Says whether the text is digits only, after a sign or none, and few enough for
	 * {@link #toLong}.
	 */
	static boolean isLong(JsonText text) {
		byte[] bytes = text.bytes();
		int first = firstDigit(text);
		int digits = text.end() - first;
		if (digits == 0 || digits > LONG_DIGITS) {
			return false;
		}
		for (int i = first; i < text.end(); i++) {
			if (bytes[i] < '0' || bytes[i] > '9') {
				return false;
			}
		}
		return true;
	}

	/**
	 * Returns the number of a text for which {@link #isLong} holds.
	 */
	static long toLong(JsonText text) {
		byte[] bytes = text.bytes();
		int first = firstDigit(text);
		long value = 0;
		for (int i = first; i < text.end(); i++) {
			value = value * 10 + (bytes[i] - '0');
		}
		return (first > text.start()) ? -value : value;
	}

	/**
	 * Returns the exact number: integral as Integer, Long or BigInteger, anything else as
	 * BigDecimal.
	 */
	static Number toNumber(JsonText text, JsonInput input) {
		if (isLong(text)) {
			long value = toLong(text);
			if (value == (int) value) {
				return (int) value;
			}
			return value;
		}
		BigDecimal small = smallFraction(text);
		return (small != null) ? small : parse(text, input, false);
	}

	/**
	 * Refuses what is a decimal in quotes only: with leading zeros, or with a point at
	 * the start or end.
	 */
	static void requireJson(JsonText text, JsonInput input) {
		byte[] bytes = text.bytes();
		int first = firstDigit(text);
		boolean padded = first < text.end() && bytes[first] == '0' && isDigit(text, first + 1);
		boolean whole = isDigit(text, first) && !padded;
		for (int i = first; whole && i < text.end(); i++) {
			whole = bytes[i] != '.' || isDigit(text, i + 1);
		}
		if (!whole) {
			throw input.malformed("a number is not written as JSON's are");
		}
	}

	private static boolean isDigit(JsonText text, int at) {
		return at < text.end() && text.bytes()[at] >= '0' && text.bytes()[at] <= '9';
	}

	/**
	 * Returns the number with as many decimals as are written.
	 */
	static BigDecimal toBigDecimal(JsonText text, JsonInput input) {
		if (isLong(text)) {
			return BigDecimal.valueOf(toLong(text));
		}
		BigDecimal small = smallFraction(text);
		return (small != null) ? small : (BigDecimal) parse(text, input, true);
	}

	private static Number parse(JsonText text, JsonInput input, boolean fraction) {
		if (text.end() - text.start() > MAX_LENGTH) {
			throw input.malformed("a number has more than " + MAX_LENGTH + " characters");
		}
		Number number = parse(text.toText(input), input, fraction);
		if (number instanceof BigDecimal decimal && Math.abs((long) decimal.scale()) > MAX_EXPONENT) {
			throw input.malformed("a number has an exponent beyond " + MAX_EXPONENT);
		}
		return number;
	}

	private static Number parse(String decimal, JsonInput input, boolean fraction) {
		try {
			return fraction ? new BigDecimal(decimal) : DynamoDbNumber.parse(decimal);
		}
		catch (NumberFormatException ex) {
			throw input.malformed("a number is not written as a decimal");
		}
	}

	/**
	 * Returns the number if it is digits with a point between them, few enough for a
	 * {@code long}.
	 */
	private static @Nullable BigDecimal smallFraction(JsonText text) {
		byte[] bytes = text.bytes();
		int first = firstDigit(text);
		if (text.end() - first > LONG_DIGITS + 1) {
			return null;
		}
		int point = -1;
		long unscaled = 0;
		for (int i = first; i < text.end(); i++) {
			byte next = bytes[i];
			if (next >= '0' && next <= '9') {
				unscaled = unscaled * 10 + (next - '0');
			}
			else if (next == '.' && point < 0) {
				point = i;
			}
			else {
				return null;
			}
		}
		if (point <= first || point == text.end() - 1) {
			return null;
		}
		return BigDecimal.valueOf((first > text.start()) ? -unscaled : unscaled, text.end() - 1 - point);
	}

	private static int firstDigit(JsonText text) {
		boolean negative = text.start() < text.end() && text.bytes()[text.start()] == '-';
		return negative ? text.start() + 1 : text.start();
	}

}
