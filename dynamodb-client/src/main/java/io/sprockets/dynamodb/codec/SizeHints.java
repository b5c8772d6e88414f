package io.sprockets.dynamodb.codec;

/**
 * How long recent requests were, by their members: those of an operation mostly are of
 * about one size. Threads may lose each other's notes, which costs a copy at most.
 */
final class SizeHints {

	private static final int SLOTS = 64;

	private static final int INITIAL = 256;

	/** One request of megabytes does not make all the others reserve as much. */
	private static final int MAX = 64 * 1024;

	private final int[] sizes = new int[SLOTS];

	/**
	 * Returns a capacity that most likely suffices, with some room for a longer value.
	 */
	int capacityFor(WireObject request) {
		int size = this.sizes[slotOf(request)];
		return (size > 0) ? size + size / 8 : INITIAL;
	}

	/**
	 * Notes a size: a larger one counts at once, smaller ones count bit by bit.
	 */
	void note(WireObject request, int size) {
		int slot = slotOf(request);
		int known = this.sizes[slot];
		int next = (size >= known) ? Math.min(size, MAX) : known - (known - size) / 8;
		if (next != known) {
			this.sizes[slot] = next;
		}
	}

	private static int slotOf(WireObject request) {
		int hash = request.size();
		for (int i = 0; i < request.size(); i++) {
			hash = hash * 31 + request.name(i).hashCode();
		}
		return (hash ^ hash >>> 16) & (SLOTS - 1);
	}

}
