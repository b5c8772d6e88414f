package io.sprockets.dynamodb.codec;

import java.math.BigDecimal;
import java.math.BigInteger;

import io.sprockets.dynamodb.model.DynamoDbNumber;
import tools.jackson.core.JsonParser;

/**
 * Gives the decimal text of DynamoDB's numbers in any of Java's types.
 */
abstract class DecimalParser extends ForwardingParser {

	DecimalParser(JsonParser in) {
		super(in);
	}

	/**
	 * Returns the error of what the parser is at.
	 */
	abstract MalformedAnswerException malformed(String problem);

	@Override
	public Number getNumberValue() {
		return number();
	}

	@Override
	public NumberType getNumberType() {
		Number number = number();
		if (number instanceof Integer) {
			return NumberType.INT;
		}
		if (number instanceof Long) {
			return NumberType.LONG;
		}
		return (number instanceof BigInteger) ? NumberType.BIG_INTEGER : NumberType.BIG_DECIMAL;
	}

	@Override
	public int getIntValue() {
		Number number = number();
		if (number instanceof Integer integer) {
			return integer;
		}
		if (number instanceof BigDecimal decimal) {
			number = decimal.toBigInteger();
		}
		if (number.longValue() != number.intValue() || number instanceof BigInteger) {
			_reportOverflowInt();
		}
		return number.intValue();
	}

	@Override
	public long getLongValue() {
		Number number = number();
		BigInteger large = (number instanceof BigInteger integer) ? integer
				: (number instanceof BigDecimal decimal) ? decimal.toBigInteger() : null;
		if (large == null) {
			return number.longValue();
		}
		if (large.bitLength() >= Long.SIZE) {
			_reportOverflowLong();
		}
		return large.longValue();
	}

	@Override
	public BigInteger getBigIntegerValue() {
		Number number = number();
		if (number instanceof BigDecimal decimal) {
			return decimal.toBigInteger();
		}
		return (number instanceof BigInteger integer) ? integer : BigInteger.valueOf(number.longValue());
	}

	@Override
	public float getFloatValue() {
		return (float) getDoubleValue();
	}

	@Override
	public double getDoubleValue() {
		return Double.parseDouble(this.in.getString());
	}

	@Override
	public BigDecimal getDecimalValue() {
		return new BigDecimal(this.in.getString());
	}

	@Override
	public Object getNumberValueDeferred() {
		return number();
	}

	/**
	 * Returns the exact number the current text is.
	 */
	Number number() {
		try {
			return DynamoDbNumber.parse(this.in.getString());
		}
		catch (NumberFormatException ex) {
			throw malformed("a number is not written as a decimal");
		}
	}

}
