package io.sprockets.dynamodb.model;

import java.math.BigDecimal;
import java.math.BigInteger;

import org.jspecify.annotations.Nullable;

/**
 * DynamoDB's decimal numbers: up to 38 significant digits, magnitude from 1E-130 to
 * 9.99…E+125, never through {@code double}.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">
 * Data types</a>
 */
public final class DynamoDbNumber {

	private static final int MAX_DIGITS = 38;

	private static final int MIN_EXPONENT = -130;

	private static final int MAX_EXPONENT = 125;

	private static final int MAX_INT_DIGITS = 9;

	private static final int MAX_LONG_DIGITS = 18;

	private DynamoDbNumber() {
	}

	/**
	 * Reads decimal text: integral to Integer, Long or BigInteger, the smallest that
	 * holds it, anything else to BigDecimal.
	 * @throws NumberFormatException if the text is no decimal number
	 */
	public static Number parse(String decimal) {
		if (isPlainInteger(decimal)) {
			return parseInteger(decimal);
		}
		BigDecimal value = new BigDecimal(decimal);
		return (value.scale() <= 0 && value.precision() - (long) value.scale() <= MAX_EXPONENT + 1)
				? narrow(value.toBigInteger()) : value;
	}

	/**
	 * Says whether DynamoDB cannot hold a number without loss.
	 * @return what is wrong with it, or {@code null} if nothing is
	 */
	public static @Nullable String problemOf(BigDecimal value) {
		if (value.signum() == 0) {
			return null;
		}
		if (value.precision() > MAX_DIGITS && value.stripTrailingZeros().precision() > MAX_DIGITS) {
			return "the number has more than 38 significant digits";
		}
		long exponent = (long) value.precision() - value.scale() - 1;
		return (exponent < MIN_EXPONENT || exponent > MAX_EXPONENT)
				? "the number's magnitude is outside 1E-130 to 9.99E+125" : null;
	}

	private static boolean isPlainInteger(String decimal) {
		int start = (!decimal.isEmpty() && decimal.charAt(0) == '-') ? 1 : 0;
		if (start == decimal.length()) {
			return false;
		}
		for (int i = start; i < decimal.length(); i++) {
			char digit = decimal.charAt(i);
			if (digit < '0' || digit > '9') {
				return false;
			}
		}
		return true;
	}

	private static Number parseInteger(String digits) {
		if (digits.length() <= MAX_INT_DIGITS) {
			return Integer.parseInt(digits);
		}
		return (digits.length() <= MAX_LONG_DIGITS) ? narrow(Long.parseLong(digits)) : narrow(new BigInteger(digits));
	}

	private static Number narrow(BigInteger value) {
		return (value.bitLength() < Long.SIZE) ? narrow(value.longValue()) : value;
	}

	private static Number narrow(long value) {
		int narrowed = (int) value;
		if (narrowed == value) {
			return narrowed;
		}
		return value;
	}

}
