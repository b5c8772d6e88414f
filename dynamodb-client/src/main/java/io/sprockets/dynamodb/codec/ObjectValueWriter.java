package io.sprockets.dynamodb.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Writes records, beans and whatever else Jackson maps. Its generator is made when the
 * first of them comes.
 */
final class ObjectValueWriter {

	private final JsonBytes out;

	private final ItemWriteContext context;

	private final ValueWriter values;

	private @Nullable ItemGenerator generator;

	ObjectValueWriter(JsonBytes out, ItemWriteContext context, ValueWriter values) {
		this.out = out;
		this.context = context;
		this.values = values;
	}

	/**
	 * Writes a whole item.
	 */
	void writeItem(Object item) {
		write(item, null, 0);
	}

	/**
	 * Writes a value, with its type around it.
	 */
	void write(Object value, int depth) {
		write(value, ContainerKind.ENTRIES, depth);
	}

	/**
	 * Writes an element of a set.
	 * @param set what is known of the set so far
	 * @return what is known of it with this element
	 */
	ContainerKind writeElement(@Nullable Object element, ContainerKind set, int depth) {
		ItemContext place = write(element, set, depth);
		ContainerKind kind = place.kind();
		return (kind != null) ? kind : set;
	}

	private ItemContext write(@Nullable Object value, @Nullable ContainerKind place, int depth) {
		ItemGenerator items = this.generator;
		if (items == null) {
			items = new ItemGenerator(this.out, this.context, this.values);
			this.generator = items;
		}
		ItemContext root = items.begin(place, depth);
		try {
			items.writePOJO(value);
			return root;
		}
		catch (UnwritableValueException ex) {
			throw ex.in(items.path());
		}
		catch (JacksonException ex) {
			throw ItemConversions.ofWriting(ex, items.path());
		}
	}

}
