package io.sprockets.dynamodb.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteCapability;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.Version;
import tools.jackson.core.util.JacksonFeatureSet;

/**
 * What a generator on top of another one leaves to that one, and what it refuses.
 */
abstract class ForwardingGenerator extends JsonGenerator {

	protected final JsonGenerator out;

	ForwardingGenerator(JsonGenerator out) {
		this.out = out;
	}

	/**
	 * Returns the error for JSON that is written as text.
	 */
	abstract RuntimeException rawNotPossible();

	@Override
	public Version version() {
		return this.out.version();
	}

	@Override
	public TokenStreamContext streamWriteContext() {
		return this.out.streamWriteContext();
	}

	@Override
	public ObjectWriteContext objectWriteContext() {
		return this.out.objectWriteContext();
	}

	@Override
	public Object streamWriteOutputTarget() {
		return this.out.streamWriteOutputTarget();
	}

	@Override
	public int streamWriteOutputBuffered() {
		return this.out.streamWriteOutputBuffered();
	}

	@Override
	public @Nullable Object currentValue() {
		return this.out.currentValue();
	}

	@Override
	public void assignCurrentValue(@Nullable Object value) {
		this.out.assignCurrentValue(value);
	}

	@Override
	public JsonGenerator configure(StreamWriteFeature feature, boolean state) {
		this.out.configure(feature, state);
		return this;
	}

	@Override
	public boolean isEnabled(StreamWriteFeature feature) {
		return this.out.isEnabled(feature);
	}

	@Override
	public int streamWriteFeatures() {
		return this.out.streamWriteFeatures();
	}

	@Override
	public boolean has(StreamWriteCapability capability) {
		return this.out.has(capability);
	}

	@Override
	public JacksonFeatureSet<StreamWriteCapability> streamWriteCapabilities() {
		return this.out.streamWriteCapabilities();
	}

	@Override
	public JsonGenerator writePropertyId(long id) {
		return writeName(Long.toString(id));
	}

	@Override
	public JsonGenerator writeRawUTF8String(byte[] buffer, int offset, int len) {
		throw rawNotPossible();
	}

	@Override
	public JsonGenerator writeRaw(String text) {
		throw rawNotPossible();
	}

	@Override
	public JsonGenerator writeRaw(String text, int offset, int len) {
		throw rawNotPossible();
	}

	@Override
	public JsonGenerator writeRaw(char[] text, int offset, int len) {
		throw rawNotPossible();
	}

	@Override
	public JsonGenerator writeRaw(char c) {
		throw rawNotPossible();
	}

	@Override
	public JsonGenerator writeRaw(SerializableString raw) {
		throw rawNotPossible();
	}

	@Override
	public JsonGenerator writeRawValue(String text) {
		throw rawNotPossible();
	}

	@Override
	public JsonGenerator writeRawValue(String text, int offset, int len) {
		throw rawNotPossible();
	}

	@Override
	public JsonGenerator writeRawValue(char[] text, int offset, int len) {
		throw rawNotPossible();
	}

	@Override
	public JsonGenerator writeRawValue(SerializableString raw) {
		throw rawNotPossible();
	}

	@Override
	public void flush() {
		this.out.flush();
	}

	@Override
	public boolean isClosed() {
		return this.out.isClosed();
	}

	/**
	 * Leaves the generator below open: it writes what comes after the item.
	 */
	@Override
	public void close() {
	}

}
