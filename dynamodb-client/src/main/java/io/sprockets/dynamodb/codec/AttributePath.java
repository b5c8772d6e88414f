package io.sprockets.dynamodb.codec;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Where in an item a reader or writer is: kinds of the open containers, and the name or
 * index in each.
 */
final class AttributePath {

	private static final int INITIAL_DEPTH = 8;

	private ContainerKind[] kinds = new ContainerKind[INITIAL_DEPTH];

	private @Nullable String[] names = new String[INITIAL_DEPTH];

	private int[] indexes = new int[INITIAL_DEPTH];

	private int depth;

	void push(ContainerKind kind) {
		if (this.depth == this.kinds.length) {
			int larger = this.depth * 2;
			this.kinds = Arrays.copyOf(this.kinds, larger);
			this.names = Arrays.copyOf(this.names, larger);
			this.indexes = Arrays.copyOf(this.indexes, larger);
		}
		this.kinds[this.depth] = kind;
		this.names[this.depth] = null;
		this.indexes[this.depth] = -1;
		this.depth++;
	}

	ContainerKind pop() {
		this.depth--;
		return this.kinds[this.depth];
	}

	void clear() {
		this.depth = 0;
	}

	int depth() {
		return this.depth;
	}

	/**
	 * Returns the innermost open container, {@code null} outside of any.
	 */
	@Nullable ContainerKind kind() {
		return (this.depth > 0) ? this.kinds[this.depth - 1] : null;
	}

	void replaceKind(ContainerKind kind) {
		this.kinds[this.depth - 1] = kind;
	}

	@Nullable String name() {
		return (this.depth > 0) ? this.names[this.depth - 1] : null;
	}

	void name(@Nullable String name) {
		this.names[this.depth - 1] = name;
	}

	void nextIndex() {
		this.indexes[this.depth - 1]++;
	}

	/**
	 * Returns the path as a user would write it, such as {@code lines[2].price}.
	 */
	@Override
	public String toString() {
		return toString(this.depth);
	}

	/**
	 * Returns the path to what the outermost containers hold.
	 */
	String toString(int containers) {
		StringBuilder path = new StringBuilder();
		for (int i = 0; i < containers; i++) {
			if (this.names[i] != null) {
				path.append(path.isEmpty() ? "" : ".").append(this.names[i]);
			}
			else if (this.indexes[i] >= 0) {
				path.append('[').append(this.indexes[i]).append(']');
			}
		}
		return path.toString();
	}

}
