package io.sprockets.dynamodb.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Writes the items of a page: mostly the same attributes in the same order, as tables
 * have them, with what disturbs a reader that relies on it.
 */
final class RandomItems {

	private static final List<String> COMPONENTS = VariedRecord.TYPES.keySet().stream().sorted().toList();

	private final Random random;

	private final RandomJson json;

	private final RandomTexts texts;

	private final RandomValues values;

	/** The attributes' names of a few tables, which answers share. */
	private final List<List<String>> tables = new ArrayList<>();

	RandomItems(Random random, RandomJson json, RandomTexts texts) {
		this.random = random;
		this.json = json;
		this.texts = texts;
		this.values = new RandomValues(random, json, texts);
	}

	/**
	 * Returns the names of a table that was there before or a new one.
	 */
	List<String> table() {
		if (this.tables.size() < 30) {
			this.tables.add(names());
		}
		int table = this.random.nextInt(this.tables.size());
		if (this.random.nextInt(50) == 0) {
			this.tables.set(table, names());
		}
		return this.tables.get(table);
	}

	private List<String> names() {
		List<String> names = new ArrayList<>();
		for (int i = this.random.nextInt(6); i > 0; i--) {
			String name = this.texts.name();
			names.add(name);
			if (this.random.nextInt(4) == 0) {
				names.add(name + (this.random.nextBoolean() ? "2" : "\""));
			}
		}
		return names;
	}

	/**
	 * Returns the components of a record, in an order that stays the same for its page.
	 */
	List<String> recordNames() {
		List<String> names = new ArrayList<>(COMPONENTS);
		if (this.random.nextBoolean()) {
			Collections.shuffle(names, this.random);
		}
		names.removeIf((name) -> VariedRecord.PRIMITIVES.contains(name) ? this.random.nextInt(200) == 0
				: this.random.nextInt(5) > 1);
		if (this.random.nextInt(3) == 0) {
			names.add(this.random.nextInt(names.size() + 1), this.texts.name());
		}
		return names;
	}

	/**
	 * Writes an item with the names, or nearly with them.
	 */
	void item(List<String> names, boolean ofRecords) {
		List<String> own = new ArrayList<>(names);
		if (!own.isEmpty() && this.random.nextInt(4) == 0) {
			String removed = own.get(this.random.nextInt(own.size()));
			own.removeIf((name) -> name.equals(removed) && !VariedRecord.PRIMITIVES.contains(name));
		}
		if (this.random.nextInt(8) == 0) {
			Collections.shuffle(own, this.random);
		}
		if (!own.isEmpty() && this.random.nextInt(25) == 0) {
			String again = own.get(this.random.nextInt(own.size()));
			boolean fits = again.equals("text") || !VariedRecord.TYPES.containsKey(again);
			own.add(fits ? again : this.texts.name());
		}
		List<Runnable> members = new ArrayList<>();
		for (String name : own) {
			members.add(() -> this.json.member(name, () -> value(name, ofRecords)));
		}
		this.json.inOrder('{', members, '}');
	}

	private void value(String name, boolean ofRecords) {
		String type = ofRecords ? VariedRecord.TYPES.get(name) : null;
		if (type == null) {
			this.values.any();
			return;
		}
		if (this.random.nextInt(400) == 0) {
			this.values.typed("NULL");
			return;
		}
		switch (name) {
			case "small", "boxed" -> this.values.number(this.texts.smallInteger());
			case "large" -> this.values.number(Long.toString(this.random.nextLong()));
			case "numbers" -> this.values.array("NS", () -> this.json.text(Long.toString(this.random.nextLong())));
			case "nested" -> nested(1);
			case "all" -> this.values.array("L", () -> nested(0));
			default -> this.values.typed(type);
		}
	}

	private void nested(int depth) {
		List<Runnable> members = new ArrayList<>();
		members.add(() -> this.json.member("name", () -> this.values.typed("S")));
		members.add(() -> this.json.member("count", () -> this.values.number(Integer.toString(this.random.nextInt()))));
		if (depth > 0) {
			members.add(() -> this.json.member("inner", () -> nested(depth - 1)));
		}
		if (this.random.nextInt(4) == 0) {
			members.remove(this.random.nextInt(members.size()));
		}
		this.values.object("M", () -> this.json.inOrder('{', members, '}'));
	}

	/**
	 * Writes a value of which nobody knows.
	 */
	void unknown() {
		this.values.unknown();
	}

}
