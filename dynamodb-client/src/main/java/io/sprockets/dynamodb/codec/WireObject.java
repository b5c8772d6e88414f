package io.sprockets.dynamodb.codec;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a request: named values in order. Immutable and small, so that every
 * step of a spec is one copy of two short arrays.
 *
 * <p>
 * A value is a string, number, boolean, enum, another {@link WireObject}, a list of
 * these, an {@link Item}, {@link Attributes}, or a structure of the service model.
 */
public final class WireObject {

	/** Without any value. */
	public static final WireObject EMPTY = new WireObject(new String[0], new Object[0]);

	private final String[] names;

	private final @Nullable Object[] values;

	private WireObject(String[] names, @Nullable Object[] values) {
		this.names = names;
		this.values = values;
	}

	/**
	 * Creates an object of one value.
	 */
	public static WireObject of(String name, @Nullable Object value) {
		return new WireObject(new String[] { name }, new Object[] { value });
	}

	/**
	 * Creates an object of a map's entries.
	 */
	public static WireObject of(Map<String, ? extends @Nullable Object> entries) {
		return EMPTY.with(entries);
	}

	/**
	 * Returns this object with a value added, or replaced where the name is there.
	 */
	public WireObject with(String name, @Nullable Object value) {
		int index = indexOf(name);
		if (index >= 0) {
			@Nullable Object[] replaced = this.values.clone();
			replaced[index] = value;
			return new WireObject(this.names, replaced);
		}
		int size = this.names.length;
		String[] moreNames = Arrays.copyOf(this.names, size + 1);
		@Nullable Object[] moreValues = Arrays.copyOf(this.values, size + 1);
		moreNames[size] = name;
		moreValues[size] = value;
		return new WireObject(moreNames, moreValues);
	}

	/**
	 * Returns this object with all entries of a map.
	 */
	public WireObject with(Map<String, ? extends @Nullable Object> entries) {
		WireObject result = this;
		for (Map.Entry<String, ? extends @Nullable Object> entry : entries.entrySet()) {
			result = result.with(entry.getKey(), entry.getValue());
		}
		return result;
	}

	/**
	 * Returns the value of a name, {@code null} if there is none.
	 */
	public @Nullable Object get(String name) {
		int index = indexOf(name);
		return (index >= 0) ? this.values[index] : null;
	}

	public int size() {
		return this.names.length;
	}

	/**
	 * Calls the action with each name and value in order.
	 */
	public void forEach(BiConsumer<String, @Nullable Object> action) {
		for (int i = 0; i < this.names.length; i++) {
			action.accept(this.names[i], this.values[i]);
		}
	}

	String name(int index) {
		return this.names[index];
	}

	@Nullable Object value(int index) {
		return this.values[index];
	}

	private int indexOf(String name) {
		for (int i = 0; i < this.names.length; i++) {
			if (this.names[i].equals(name)) {
				return i;
			}
		}
		return -1;
	}

	@Override
	public String toString() {
		return Arrays.toString(this.names);
	}

	/**
	 * An item, to be written in DynamoDB's types: a map, record, bean or anything else
	 * that Jackson writes as an object.
	 *
	 * @param value the item
	 */
	public record Item(Object value) {

		@Override
		public String toString() {
			return "Item[" + this.value.getClass().getSimpleName() + "]";
		}

	}

	/**
	 * Named values, each to be written in DynamoDB's types: a key or the values of
	 * expressions.
	 *
	 * @param values the values by attribute name or placeholder
	 */
	public record Attributes(WireObject values) {

	}

}
