package io.sprockets.dynamodb.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/**
 * Where in an item Jackson's writing is. The context of a container is used again for its
 * next sibling.
 */
final class ItemContext extends TokenStreamContext {

	private final @Nullable ItemContext parent;

	private @Nullable ItemContext child;

	private @Nullable ContainerKind kind;

	private int depth;

	private int start;

	private @Nullable String name;

	private @Nullable Object currentValue;

	ItemContext() {
		this(null);
	}

	private ItemContext(@Nullable ItemContext parent) {
		this.parent = parent;
		this._nestingDepth = (parent != null) ? parent._nestingDepth + 1 : 0;
	}

	/**
	 * Makes this the outermost context.
	 * @param kind where the value to be written stands, {@code null} if it is the item
	 * @param depth how many containers are open around it
	 */
	ItemContext begin(@Nullable ContainerKind kind, int depth, int start) {
		init(kind, TYPE_ROOT, depth);
		this.start = start;
		return this;
	}

	/**
	 * Returns the context of a container in this one.
	 * @throws UnwritableValueException if it were too deep
	 */
	ItemContext open(ContainerKind kind, @Nullable Object value) {
		ValueWriter.requireDepth(this.depth + 1);
		ItemContext opened = this.child;
		if (opened == null) {
			opened = new ItemContext(this);
			this.child = opened;
		}
		opened.init(kind, kind.isMap() ? TYPE_OBJECT : TYPE_ARRAY, this.depth + 1);
		opened.currentValue = value;
		return opened;
	}

	private void init(@Nullable ContainerKind kind, int type, int depth) {
		this.kind = kind;
		this.depth = depth;
		this.name = null;
		this.currentValue = null;
		this._type = type;
		this._index = -1;
	}

	/**
	 * Returns the kind of this container, {@code null} outside of the item.
	 */
	@Nullable ContainerKind kind() {
		return this.kind;
	}

	void kind(ContainerKind kind) {
		this.kind = kind;
	}

	int depth() {
		return this.depth;
	}

	/**
	 * Notes the next value.
	 * @param start the size of what is written before it, and before its name
	 */
	void next(@Nullable String name, int start) {
		this.name = name;
		this.start = start;
		this._index++;
	}

	/**
	 * Returns where the current value's name began, or the value itself in a list.
	 */
	int start() {
		return this.start;
	}

	String path() {
		String here = (this.name != null) ? this.name
				: (this.kind == ContainerKind.LIST && hasCurrentIndex()) ? "[" + this._index + "]" : "";
		return (this.parent != null) ? UnwritableValueException.join(this.parent.path(), here) : here;
	}

	@Override
	public @Nullable ItemContext getParent() {
		return this.parent;
	}

	@Override
	public @Nullable String currentName() {
		return this.name;
	}

	@Override
	public @Nullable Object currentValue() {
		return this.currentValue;
	}

	@Override
	public void assignCurrentValue(@Nullable Object value) {
		this.currentValue = value;
	}

}
