package io.sprockets.dynamodb.codec;

import java.math.BigDecimal;
import java.math.BigInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.Version;
import tools.jackson.core.base.ParserMinimalBase;
import tools.jackson.core.io.ContentReference;
import tools.jackson.core.util.SimpleStreamReadContext;
import tools.jackson.databind.cfg.PackageVersion;

/**
 * Gives the text or number a parser is at in any of Java's types, made when it is asked
 * for.
 */
abstract class ScalarParser extends ParserMinimalBase {

	protected final JsonInput input;

	protected JsonText text;

	protected SimpleStreamReadContext path = SimpleStreamReadContext.createRootContext(null);

	/** The current number, where its token could not be told without it. */
	private @Nullable Number number;

	ScalarParser(JsonInput input) {
		super(ObjectReadContext.empty());
		this.input = input;
		this.text = input.text();
	}

	/**
	 * Consumes a string that is a number.
	 */
	JsonToken number() {
		this.text = this.input.string();
		if (JsonDecimal.isLong(this.text)) {
			this.number = null;
			return JsonToken.VALUE_NUMBER_INT;
		}
		Number exact = JsonDecimal.toNumber(this.text, this.input);
		this.number = exact;
		return (exact instanceof BigDecimal) ? JsonToken.VALUE_NUMBER_FLOAT : JsonToken.VALUE_NUMBER_INT;
	}

	/**
	 * Consumes a string.
	 */
	JsonToken text(JsonToken token) {
		this.text = this.input.string();
		return token;
	}

	@Override
	public String getString() {
		JsonToken token = this._currToken;
		if (token == null) {
			return "";
		}
		return switch (token) {
			case PROPERTY_NAME -> String.valueOf(this.path.currentName());
			case VALUE_STRING -> this.input.value(this.text);
			case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_EMBEDDED_OBJECT -> this.text.toText(this.input);
			default -> String.valueOf(token.asString());
		};
	}

	@Override
	public @Nullable Object getEmbeddedObject() {
		return (this._currToken == JsonToken.VALUE_EMBEDDED_OBJECT) ? this.text.toBinary(this.input) : null;
	}

	@Override
	public Number getNumberValue() {
		return (this.number != null) ? this.number : JsonDecimal.toNumber(this.text, this.input);
	}

	@Override
	public NumberType getNumberType() {
		Number exact = getNumberValue();
		if (exact instanceof Integer) {
			return NumberType.INT;
		}
		if (exact instanceof Long) {
			return NumberType.LONG;
		}
		return (exact instanceof BigInteger) ? NumberType.BIG_INTEGER : NumberType.BIG_DECIMAL;
	}

	@Override
	public int getIntValue() {
		long value = getLongValue();
		if (value != (int) value) {
			_reportOverflowInt();
		}
		return (int) value;
	}

	@Override
	public long getLongValue() {
		if (this.number == null && JsonDecimal.isLong(this.text)) {
			return JsonDecimal.toLong(this.text);
		}
		BigInteger large = getBigIntegerValue();
		if (large.bitLength() >= Long.SIZE) {
			_reportOverflowLong();
		}
		return large.longValue();
	}

	@Override
	public BigInteger getBigIntegerValue() {
		Number exact = getNumberValue();
		if (exact instanceof BigDecimal decimal) {
			return decimal.toBigInteger();
		}
		return (exact instanceof BigInteger integer) ? integer : BigInteger.valueOf(exact.longValue());
	}

	@Override
	public float getFloatValue() {
		return Float.parseFloat(this.text.toText(this.input));
	}

	@Override
	public double getDoubleValue() {
		return Double.parseDouble(this.text.toText(this.input));
	}

	@Override
	public BigDecimal getDecimalValue() {
		return (this.number instanceof BigDecimal decimal) ? decimal : JsonDecimal.toBigDecimal(this.text, this.input);
	}

	@Override
	public @Nullable String currentName() {
		boolean starts = this._currToken == JsonToken.START_OBJECT || this._currToken == JsonToken.START_ARRAY;
		SimpleStreamReadContext parent = this.path.getParent();
		return (starts && parent != null) ? parent.currentName() : this.path.currentName();
	}

	@Override
	public TokenStreamContext streamReadContext() {
		return this.path;
	}

	@Override
	public @Nullable Object currentValue() {
		return this.path.currentValue();
	}

	@Override
	public void assignCurrentValue(@Nullable Object value) {
		this.path.assignCurrentValue(value);
	}

	@Override
	public TokenStreamLocation currentTokenLocation() {
		return currentLocation();
	}

	/**
	 * Returns the byte of the answer up to which it is read; the answer itself is not
	 * quoted.
	 */
	@Override
	public TokenStreamLocation currentLocation() {
		return new TokenStreamLocation(ContentReference.redacted(), this.input.position(), -1, -1, -1);
	}

	@Override
	public @Nullable Object streamReadInputSource() {
		return null;
	}

	@Override
	public Version version() {
		return PackageVersion.VERSION;
	}

	@Override
	public char[] getStringCharacters() {
		return getString().toCharArray();
	}

	@Override
	public int getStringLength() {
		return getString().length();
	}

	@Override
	public int getStringOffset() {
		return 0;
	}

	@Override
	public boolean hasStringCharacters() {
		return false;
	}

	@Override
	public boolean isNaN() {
		return false;
	}

	@Override
	protected void _handleEOF() {
	}

	/**
	 * Leaves the input open: the rest of the answer comes after the item.
	 */
	@Override
	protected void _closeInput() {
	}

	@Override
	protected void _releaseBuffers() {
	}

}
