package io.sprockets.dynamodb.model;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A value in DynamoDB's own types: exactly one of ten. Numbers are decimal text, so that
 * nothing of up to 38 digits is lost.
 */
public sealed interface AttributeValue {

	/**
	 * Returns the plain Java object of this value: String, exact Number, {@code byte[]},
	 * Set (of ByteBuffer for binary), Map, List, Boolean or {@code null}.
	 */
	@Nullable Object toObject();

	static AttributeValue string(String value) {
		return new S(value);
	}

	static AttributeValue number(long value) {
		return new N(Long.toString(value));
	}

	static AttributeValue number(BigDecimal value) {
		return new N(value.toString());
	}

	static AttributeValue number(String decimal) {
		return new N(decimal);
	}

	static AttributeValue binary(byte[] value) {
		return new B(value);
	}

	static AttributeValue bool(boolean value) {
		return new Bool(value);
	}

	static AttributeValue ofNull() {
		return new Null();
	}

	static AttributeValue list(AttributeValue... values) {
		return new L(List.of(values));
	}

	static AttributeValue map(Map<String, AttributeValue> values) {
		return new M(values);
	}

	static AttributeValue stringSet(String... values) {
		return new Ss(new LinkedHashSet<>(Arrays.asList(values)));
	}

	static AttributeValue numberSet(String... decimals) {
		return new Ns(new LinkedHashSet<>(Arrays.asList(decimals)));
	}

	static AttributeValue binarySet(byte[]... values) {
		return new Bs(List.of(values));
	}

	/**
	 * Turns an item of attribute values into plain Java objects, in the same order.
	 */
	static Map<String, @Nullable Object> toObjects(Map<String, AttributeValue> item) {
		Map<String, @Nullable Object> objects = new LinkedHashMap<>(item.size() * 4 / 3 + 1);
		item.forEach((name, value) -> objects.put(name, value.toObject()));
		return objects;
	}

	/** String. */
	record S(String value) implements AttributeValue {

		@Override
		public Object toObject() {
			return this.value;
		}

	}

	/** Number, as decimal text. */
	record N(String value) implements AttributeValue {

		@Override
		public Object toObject() {
			return DynamoDbNumber.parse(this.value);
		}

	}

	/** Binary; equal where the bytes are. */
	record B(byte[] value) implements AttributeValue {

		@Override
		public Object toObject() {
			return this.value;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof B that && Arrays.equals(this.value, that.value);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(this.value);
		}

		@Override
		public String toString() {
			return "B[" + this.value.length + " bytes]";
		}

	}

	/** Set of strings. */
	record Ss(Set<String> values) implements AttributeValue {

		public Ss {
			values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
		}

		@Override
		public Object toObject() {
			return this.values;
		}

	}

	/** Set of numbers, as decimal text. */
	record Ns(Set<String> values) implements AttributeValue {

		public Ns {
			values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
		}

		@Override
		public Object toObject() {
			Set<Number> numbers = new LinkedHashSet<>();
			this.values.forEach((decimal) -> numbers.add(DynamoDbNumber.parse(decimal)));
			return numbers;
		}

	}

	/** Set of binaries; equal where the bytes are, in any order. */
	record Bs(Collection<byte[]> values) implements AttributeValue {

		public Bs {
			values = List.copyOf(values);
		}

		@Override
		public Object toObject() {
			return buffers();
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Bs that && buffers().equals(that.buffers());
		}

		@Override
		public int hashCode() {
			return buffers().hashCode();
		}

		@Override
		public String toString() {
			return "Bs[" + this.values.size() + " values]";
		}

		private Set<ByteBuffer> buffers() {
			Set<ByteBuffer> buffers = new LinkedHashSet<>();
			this.values.forEach((bytes) -> buffers.add(ByteBuffer.wrap(bytes)));
			return buffers;
		}

	}

	/** Map. */
	record M(Map<String, AttributeValue> values) implements AttributeValue {

		public M {
			values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
		}

		@Override
		public Object toObject() {
			return toObjects(this.values);
		}

	}

	/** List. */
	record L(List<AttributeValue> values) implements AttributeValue {

		public L {
			values = List.copyOf(values);
		}

		@Override
		public Object toObject() {
			List<@Nullable Object> objects = new ArrayList<>(this.values.size());
			this.values.forEach((value) -> objects.add(value.toObject()));
			return objects;
		}

	}

	/** Null, which is not the same as an absent attribute. */
	record Null() implements AttributeValue {

		@Override
		public @Nullable Object toObject() {
			return null;
		}

	}

	/** Boolean. */
	record Bool(boolean value) implements AttributeValue {

		@Override
		public Object toObject() {
			return this.value;
		}

	}

}
