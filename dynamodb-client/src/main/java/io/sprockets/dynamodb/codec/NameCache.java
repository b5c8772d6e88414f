package io.sprockets.dynamodb.codec;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The names read so far, as strings. Items of a page have the same names in the same
 * order, so a name is first compared with the one that followed its predecessor the last
 * time: most names then cost neither a string nor a hash. Holds no more than
 * {@value #CAPACITY} names and begins anew beyond, so that maps with ever new keys lose
 * speed, not memory.
 */
final class NameCache {

	static final int CAPACITY = 1_024;

	/** Longer names are made each time. */
	private static final int MAX_LENGTH = 256;

	/** Longer texts seldom recur, and take longer to compare. */
	private static final int MAX_RECURRING_LENGTH = 32;

	/** Names made to collide are not compared with all the others. */
	private static final int MAX_PROBES = 32;

	private final @Nullable Entry[] table = new Entry[2 * CAPACITY];

	private int size;

	private Entry previous = new Entry(new byte[0], "");

	/**
	 * Returns the name that followed the previous one before, if it does so again.
	 * @param bytes the answer
	 * @param start where the name begins, after its quote
	 * @param end where the answer ends
	 */
	@Nullable Entry likely(byte[] bytes, int start, int end) {
		Entry likely = this.previous.next;
		if (likely == null) {
			return null;
		}
		byte[] name = likely.member;
		if (end - start < name.length || !Arrays.equals(bytes, start, start + name.length, name, 0, name.length)) {
			return null;
		}
		this.previous = likely;
		return likely;
	}

	/**
	 * Returns the text that follows the last name, the same string as before if it is the
	 * same text: values such as a partition key or a status recur, too.
	 */
	String recurring(JsonText text, JsonInput input) {
		Entry entry = this.previous;
		String last = entry.lastText;
		if (last != null && text.is(last)) {
			return last;
		}
		String made = text.toText(input);
		if (made.length() <= MAX_RECURRING_LENGTH) {
			entry.lastText = made;
		}
		return made;
	}

	/**
	 * Returns a name, the same string each time.
	 */
	String find(JsonText name, JsonInput input) {
		int length = name.end() - name.start();
		if (length > MAX_LENGTH) {
			return name.toText(input);
		}
		int slot = hash(name) & (this.table.length - 1);
		Entry found = this.table[slot];
		for (int probes = 1; found != null && !found.is(name); probes++) {
			if (probes == MAX_PROBES) {
				return name.toText(input);
			}
			slot = (slot + 1) & (this.table.length - 1);
			found = this.table[slot];
		}
		if (found == null) {
			found = new Entry(member(name), name.toText(input));
			add(found, slot);
		}
		this.previous.next = found;
		this.previous = found;
		return found.name;
	}

	private void add(Entry entry, int slot) {
		if (this.size == CAPACITY) {
			Arrays.fill(this.table, null);
			this.size = 0;
		}
		this.table[slot] = entry;
		this.size++;
	}

	private static int hash(JsonText name) {
		int hash = 0;
		for (int i = name.start(); i < name.end(); i++) {
			hash = 31 * hash + name.bytes()[i];
		}
		return hash ^ hash >>> 16;
	}

	private static byte[] member(JsonText name) {
		int length = name.end() - name.start();
		byte[] member = Arrays.copyOfRange(name.bytes(), name.start(), name.end() + 2);
		member[length] = '"';
		member[length + 1] = ':';
		return member;
	}

	/**
	 * A name, and the one that followed it.
	 */
	static final class Entry {

		/** As in the answer, with quote and colon at its end. */
		private final byte[] member;

		private final String name;

		private @Nullable Entry next;

		/** What followed the name the last time. */
		private @Nullable String lastText;

		Entry(byte[] member, String name) {
			this.member = member;
			this.name = name;
		}

		/**
		 * Returns how many bytes the name has in the answer, quote and colon included.
		 */
		int length() {
			return this.member.length;
		}

		String name() {
			return this.name;
		}

		boolean is(JsonText other) {
			return Arrays.equals(this.member, 0, this.member.length - 2, other.bytes(), other.start(), other.end());
		}

	}

}
