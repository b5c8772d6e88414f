package io.sprockets.dynamodb.observation;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Function;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what handlers and conventions say in the form they say it, where Micrometer's own
 * context fills three concurrent maps for each observation.
 */
abstract class CompactContext extends SenderContext<Object> {

	private static final Object[] NOTHING = {};

	private static final int PAIR = 2;

	private volatile KeyValues low = KeyValues.empty();

	private volatile KeyValues high = KeyValues.empty();

	/** Keys and values of handlers in turn: a sample of each meter, perhaps a span. */
	private volatile Object[] entries = NOTHING;

	CompactContext() {
		super((carrier, key, value) -> {
		}, Kind.CLIENT);
	}

	@Override
	public Observation.Context addLowCardinalityKeyValues(KeyValues keyValues) {
		this.low = added(this.low, keyValues);
		return this;
	}

	@Override
	public Observation.Context addHighCardinalityKeyValues(KeyValues keyValues) {
		this.high = added(this.high, keyValues);
		return this;
	}

	@Override
	public Observation.Context addLowCardinalityKeyValue(KeyValue keyValue) {
		this.low = this.low.and(keyValue);
		return this;
	}

	@Override
	public Observation.Context addHighCardinalityKeyValue(KeyValue keyValue) {
		this.high = this.high.and(keyValue);
		return this;
	}

	/**
	 * A convention says everything twice, at the start and at the end: what is said the
	 * second time includes the first.
	 */
	private static KeyValues added(KeyValues known, KeyValues more) {
		return covers(more, known) ? more : known.and(more);
	}

	/**
	 * Says whether one has all keys of the other; both are sorted by key.
	 */
	private static boolean covers(KeyValues all, KeyValues some) {
		Iterator<KeyValue> candidates = all.iterator();
		for (KeyValue keyValue : some) {
			boolean found = false;
			while (!found && candidates.hasNext()) {
				found = candidates.next().getKey().equals(keyValue.getKey());
			}
			if (!found) {
				return false;
			}
		}
		return true;
	}

	@Override
	public Observation.Context removeLowCardinalityKeyValue(String keyName) {
		this.low = without(this.low, keyName);
		return this;
	}

	@Override
	public Observation.Context removeHighCardinalityKeyValue(String keyName) {
		this.high = without(this.high, keyName);
		return this;
	}

	private static KeyValues without(KeyValues known, String keyName) {
		return KeyValues.of(known.stream().filter((keyValue) -> !keyValue.getKey().equals(keyName)).toList());
	}

	@Override
	public KeyValues getLowCardinalityKeyValues() {
		return this.low;
	}

	@Override
	public KeyValues getHighCardinalityKeyValues() {
		return this.high;
	}

	@Override
	public @Nullable KeyValue getLowCardinalityKeyValue(String key) {
		return find(this.low, key);
	}

	@Override
	public @Nullable KeyValue getHighCardinalityKeyValue(String key) {
		return find(this.high, key);
	}

	private static @Nullable KeyValue find(KeyValues known, String key) {
		for (KeyValue keyValue : known) {
			if (keyValue.getKey().equals(key)) {
				return keyValue;
			}
		}
		return null;
	}

	@Override
	public KeyValues getAllKeyValues() {
		return this.low.and(this.high);
	}

	@Override
	public synchronized <T> Observation.Context put(Object key, T value) {
		Objects.requireNonNull(value, "value");
		int index = indexOf(key);
		Object[] changed = Arrays.copyOf(this.entries, (index >= 0) ? this.entries.length : this.entries.length + PAIR);
		int at = (index >= 0) ? index : this.entries.length;
		changed[at] = key;
		changed[at + 1] = value;
		this.entries = changed;
		return this;
	}

	@Override
	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	public <T> @Nullable T get(Object key) {
		Object[] known = this.entries;
		for (int i = 0; i < known.length; i += PAIR) {
			if (known[i].equals(key)) {
				return (T) known[i + 1];
			}
		}
		return null;
	}

	@Override
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T> T getRequired(Object key) {
		T value = get(key);
		if (value == null) {
			throw new IllegalArgumentException("The context has nothing for the key '" + key + "'");
		}
		return value;
	}

	@Override
	public boolean containsKey(Object key) {
		return get(key) != null;
	}

	@Override
	public <T> T getOrDefault(Object key, T defaultValue) {
		T value = get(key);
		return (value != null) ? value : defaultValue;
	}

	@Override
	public synchronized <T> T computeIfAbsent(Object key, Function<Object, ? extends T> mapping) {
		T value = get(key);
		if (value == null) {
			value = mapping.apply(key);
			if (value != null) {
				put(key, value);
			}
		}
		return value;
	}

	@Override
	public synchronized @Nullable Object remove(Object key) {
		int index = indexOf(key);
		if (index < 0) {
			return null;
		}
		Object removed = this.entries[index + 1];
		Object[] fewer = Arrays.copyOf(this.entries, this.entries.length - PAIR);
		System.arraycopy(this.entries, index + PAIR, fewer, index, fewer.length - index);
		this.entries = fewer;
		return removed;
	}

	@Override
	public synchronized void clear() {
		this.entries = NOTHING;
	}

	private int indexOf(Object key) {
		for (int i = 0; i < this.entries.length; i += PAIR) {
			if (this.entries[i].equals(key)) {
				return i;
			}
		}
		return -1;
	}

	@Override
	public String toString() {
		return getClass().getSimpleName() + "[name=" + getName() + ", " + this.low + ", " + this.high + "]";
	}

}
