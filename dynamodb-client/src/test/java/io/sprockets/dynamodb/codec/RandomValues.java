package io.sprockets.dynamodb.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes values in DynamoDB's typed JSON, and JSON of which DynamoDB knows nothing.
 */
final class RandomValues {

	private static final String[] TYPES = { "S", "S", "S", "N", "N", "B", "BOOL", "NULL", "SS", "NS", "BS", "M", "L" };

	private static final int CONTAINERS = 2;

	private static final int MAX_DEPTH = 3;

	private static final int DEEP = 30;

	private final Random random;

	private final RandomJson json;

	private final RandomTexts texts;

	RandomValues(Random random, RandomJson json, RandomTexts texts) {
		this.random = random;
		this.json = json;
		this.texts = texts;
	}

	/**
	 * Writes a value of any type, seldom a deeply nested one.
	 */
	void any() {
		if (this.random.nextInt(400) == 0) {
			deep(this.random.nextInt(DEEP));
			return;
		}
		any(1);
	}

	private void any(int depth) {
		int choices = (depth < MAX_DEPTH) ? TYPES.length : TYPES.length - CONTAINERS;
		typed(TYPES[this.random.nextInt(choices)], depth);
	}

	/**
	 * Writes a value of the type.
	 */
	void typed(String type) {
		typed(type, 1);
	}

	/**
	 * Writes a number that JSON can have, too.
	 */
	void number(String decimal) {
		object("N", () -> this.json.text(decimal));
	}

	private void typed(String type, int depth) {
		object(type, () -> {
			switch (type) {
				case "S", "N", "B" -> scalar(type);
				case "BOOL" -> this.json.token(this.random.nextBoolean() ? "true" : "false");
				case "NULL" -> this.json.token("true");
				case "SS", "NS", "BS" -> array(this.random.nextInt(4), () -> scalar(type.substring(0, 1)));
				case "L" -> array(this.random.nextInt(4), () -> any(depth + 1));
				default -> map(depth + 1);
			}
		});
	}

	private void scalar(String type) {
		this.json.text(switch (type) {
			case "N" -> (this.random.nextInt(20) == 0) ? this.texts.looseNumber() : this.texts.number();
			case "B" -> this.texts.base64();
			default -> this.texts.text();
		});
	}

	private void map(int depth) {
		List<Runnable> members = new ArrayList<>();
		for (int i = this.random.nextInt(4); i > 0; i--) {
			members.add(() -> this.json.member(this.texts.name(), () -> any(depth)));
		}
		this.json.object(members);
	}

	private void deep(int levels) {
		if (levels == 0) {
			any(MAX_DEPTH);
		}
		else if (this.random.nextBoolean()) {
			object("L", () -> array(1, () -> deep(levels - 1)));
		}
		else {
			object("M", () -> object(this.texts.name(), () -> deep(levels - 1)));
		}
	}

	/**
	 * Writes JSON as a later version of DynamoDB may add it to answers.
	 */
	void unknown() {
		unknown(0);
	}

	private void unknown(int depth) {
		switch (this.random.nextInt((depth < MAX_DEPTH) ? 8 : 5)) {
			case 0 -> this.json.token("true");
			case 1 -> this.json.token("false");
			case 2 -> this.json.token("null");
			case 3 -> this.json.token(this.texts.number());
			case 4 -> this.json.text(this.texts.text());
			case 5 -> array(this.random.nextInt(4), () -> unknown(depth + 1));
			default -> {
				List<Runnable> members = new ArrayList<>();
				for (int i = this.random.nextInt(3); i > 0; i--) {
					members.add(() -> this.json.member(this.texts.name(), () -> unknown(depth + 1)));
				}
				this.json.object(members);
			}
		}
	}

	/**
	 * Writes a value of a type that is an array.
	 */
	void array(String type, Runnable element) {
		object(type, () -> array(this.random.nextInt(4), element));
	}

	/**
	 * Writes an object of one member, as each value is.
	 */
	void object(String name, Runnable value) {
		this.json.inOrder('{', List.of(() -> this.json.member(name, value)), '}');
	}

	private void array(int size, Runnable element) {
		List<Runnable> elements = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			elements.add(element);
		}
		this.json.inOrder('[', elements, ']');
	}

}
