package io.sprockets.dynamodb.codec;

import java.math.BigDecimal;
import java.math.BigInteger;

import io.sprockets.dynamodb.model.DynamoDbNumber;

/**
 * Numbers as the wire has them: decimal text in quotes, refused where DynamoDB could not
 * hold them without loss.
 */
final class WireNumbers {

	/** So few digits are in DynamoDB's range wherever the point is. */
	private static final int MAX_PLAIN_LENGTH = 38;

	/** A double beyond this may lie outside DynamoDB's range. */
	private static final double SAFE_MAX = 1e125;

	private static final double SAFE_MIN = 1e-130;

	private WireNumbers() {
	}

	/**
	 * Writes a number of Java's own classes.
	 * @return whether it was one
	 */
	static boolean write(Number number, JsonBytes out) {
		if (number instanceof Integer || number instanceof Long) {
			write(number.longValue(), out);
		}
		else if (number instanceof BigDecimal decimal) {
			write(decimal, out);
		}
		else if (number instanceof Double real) {
			write(real.doubleValue(), out);
		}
		else if (number instanceof BigInteger integer) {
			write(integer, out);
		}
		else {
			return false;
		}
		return true;
	}

	static void write(long number, JsonBytes out) {
		out.write('"');
		out.writeDigits(number);
		out.write('"');
	}

	static void write(BigInteger number, JsonBytes out) {
		if (number.bitLength() < Long.SIZE) {
			write(number.longValue(), out);
		}
		else {
			write(new BigDecimal(number), out);
		}
	}

	static void write(BigDecimal number, JsonBytes out) {
		String problem = DynamoDbNumber.problemOf(number);
		if (problem != null) {
			throw new UnwritableValueException(problem);
		}
		out.writeString(number.toString());
	}

	static void write(double number, JsonBytes out) {
		requireFinite(Double.isFinite(number));
		double magnitude = Math.abs(number);
		if (number != 0 && (magnitude > SAFE_MAX || magnitude < SAFE_MIN)) {
			write(BigDecimal.valueOf(number), out);
		}
		else {
			out.writeString(Double.toString(number));
		}
	}

	static void write(float number, JsonBytes out) {
		requireFinite(Float.isFinite(number));
		out.writeString(Float.toString(number));
	}

	static void write(String decimal, JsonBytes out) {
		if (isPlain(decimal)) {
			out.writeString(decimal);
			return;
		}
		try {
			write(new BigDecimal(decimal), out);
		}
		catch (NumberFormatException ex) {
			throw new UnwritableValueException("the number is not written as a decimal");
		}
	}

	/**
	 * Says whether the text is what a BigDecimal of it would print: digits, of which the
	 * first is no zero, with at most one point between them.
	 */
	private static boolean isPlain(String decimal) {
		int start = decimal.startsWith("-") ? 1 : 0;
		int length = decimal.length();
		if (start == length || length > MAX_PLAIN_LENGTH || decimal.charAt(start) == '0') {
			return false;
		}
		boolean point = false;
		for (int i = start; i < length; i++) {
			char character = decimal.charAt(i);
			if (character == '.' && !point && i > start && i < length - 1) {
				point = true;
			}
			else if (character < '0' || character > '9') {
				return false;
			}
		}
		return true;
	}

	private static void requireFinite(boolean finite) {
		if (!finite) {
			throw new UnwritableValueException("DynamoDB has no NaN and no infinity");
		}
	}

}
