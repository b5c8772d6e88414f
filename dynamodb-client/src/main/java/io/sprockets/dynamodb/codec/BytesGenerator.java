package io.sprockets.dynamodb.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteCapability;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.Version;
import tools.jackson.core.util.JacksonFeatureSet;

/**
 * What a generator that writes into a request's bytes is to Jackson, and what it refuses.
 */
abstract class BytesGenerator extends JsonGenerator {

	private static final JacksonFeatureSet<StreamWriteCapability> CAPABILITIES = JacksonFeatureSet
		.fromDefaults(StreamWriteCapability.values())
		.with(StreamWriteCapability.CAN_WRITE_FORMATTED_NUMBERS);

	protected final JsonBytes out;

	private final ObjectWriteContext writeContext;

	private int features;

	BytesGenerator(JsonBytes out, ObjectWriteContext writeContext) {
		this.out = out;
		this.writeContext = writeContext;
		this.features = writeContext.getStreamWriteFeatures(0);
	}

	/**
	 * Returns the error for JSON that is written as text.
	 */
	abstract RuntimeException rawNotPossible();

	@Override
	public Version version() {
		return Version.unknownVersion();
	}

	@Override
	public ObjectWriteContext objectWriteContext() {
		return this.writeContext;
	}

	@Override
	public Object streamWriteOutputTarget() {
		return this.out;
	}

	@Override
	public int streamWriteOutputBuffered() {
		return 0;
	}

	@Override
	public @Nullable Object currentValue() {
		return streamWriteContext().currentValue();
	}

	@Override
	public void assignCurrentValue(@Nullable Object value) {
		streamWriteContext().assignCurrentValue(value);
	}

	@Override
	public JsonGenerator configure(StreamWriteFeature feature, boolean state) {
		this.features = state ? this.features | feature.getMask() : this.features & ~feature.getMask();
		return this;
	}

	@Override
	public boolean isEnabled(StreamWriteFeature feature) {
		return feature.enabledIn(this.features);
	}

	@Override
	public int streamWriteFeatures() {
		return this.features;
	}

	@Override
	public boolean has(StreamWriteCapability capability) {
		return streamWriteCapabilities().isEnabled(capability);
	}

	@Override
	public JacksonFeatureSet<StreamWriteCapability> streamWriteCapabilities() {
		return CAPABILITIES;
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
	}

	@Override
	public boolean isClosed() {
		return false;
	}

	/**
	 * Stays open: the bytes go on after the value.
	 */
	@Override
	public void close() {
	}

}
