package io.sprockets.dynamodb.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.Version;
import tools.jackson.core.base.ParserMinimalBase;

/**
 * What a parser on top of another one leaves to that one.
 */
abstract class ForwardingParser extends ParserMinimalBase {

	protected final JsonParser in;

	ForwardingParser(JsonParser in) {
		super(in.objectReadContext());
		this.in = in;
	}

	@Override
	public Version version() {
		return this.in.version();
	}

	@Override
	public TokenStreamContext streamReadContext() {
		return this.in.streamReadContext();
	}

	@Override
	public TokenStreamLocation currentTokenLocation() {
		return this.in.currentTokenLocation();
	}

	@Override
	public TokenStreamLocation currentLocation() {
		return this.in.currentLocation();
	}

	@Override
	public @Nullable Object streamReadInputSource() {
		return this.in.streamReadInputSource();
	}

	@Override
	public @Nullable Object currentValue() {
		return this.in.currentValue();
	}

	@Override
	public void assignCurrentValue(@Nullable Object value) {
		this.in.assignCurrentValue(value);
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
	 * Leaves the parser below open: it reads what comes after the item.
	 */
	@Override
	protected void _closeInput() {
	}

	@Override
	protected void _releaseBuffers() {
	}

}
