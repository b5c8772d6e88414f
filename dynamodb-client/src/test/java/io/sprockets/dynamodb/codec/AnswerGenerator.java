package io.sprockets.dynamodb.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes answers of GetItem and Query, the same ones for the same seed: with members in
 * any order, null, absent, twice or unknown.
 */
final class AnswerGenerator {

	private static final List<String> STRANGE = List.of("Itemz", "Itemss", "item", "Coun", "Counts", "Responses", "");

	private final Random random;

	private final RandomJson json;

	private final RandomTexts texts;

	private final RandomItems items;

	AnswerGenerator(long seed) {
		this.random = new Random(seed);
		this.json = new RandomJson(this.random);
		this.texts = new RandomTexts(this.random);
		this.items = new RandomItems(this.random, this.json, this.texts);
	}

	GeneratedAnswer next() {
		boolean ofRecords = this.random.nextInt(6) == 0;
		boolean page = this.random.nextInt(3) == 0;
		List<String> names = ofRecords ? this.items.recordNames() : this.items.table();
		this.json.begin();
		List<Runnable> members = new ArrayList<>();
		if (page) {
			add(members, "Items", ofRecords, () -> items(names, ofRecords));
			add(members, "Count", false, () -> this.json.token(Integer.toString(this.random.nextInt(200))));
			add(members, "ScannedCount", false, () -> this.json.token(Integer.toString(this.random.nextInt())));
			if (this.random.nextInt(3) == 0) {
				add(members, "LastEvaluatedKey", false, () -> this.items.item(names, ofRecords));
			}
		}
		else {
			String name = (this.random.nextInt(4) > 0) ? "Item" : "Attributes";
			add(members, name, ofRecords, () -> this.items.item(names, ofRecords));
		}
		if (this.random.nextInt(10) == 0) {
			add(members, "ConsumedCapacity", false, this::capacity);
		}
		for (int i = this.random.nextInt(6) - 3; i > 0; i--) {
			members.add(() -> this.json.member(unknownName(), this.items::unknown));
		}
		this.json.object(members);
		return new GeneratedAnswer(this.json.end(), page, ofRecords);
	}

	/**
	 * Adds a member, now and then twice, unless the first one may not fit its type: the
	 * reader has refused it by then, of which a tree knows nothing.
	 */
	private void add(List<Runnable> members, String name, boolean once, Runnable value) {
		int kind = this.random.nextInt(40);
		if (kind == 0) {
			return;
		}
		Runnable member = () -> this.json.member(name, (kind == 1) ? () -> this.json.token("null") : value);
		members.add(member);
		if (kind == 2 && !once) {
			members.add(member);
		}
	}

	private void items(List<String> names, boolean ofRecords) {
		List<Runnable> all = new ArrayList<>();
		for (int i = this.random.nextInt(ofRecords ? 3 : 4); i > 0; i--) {
			all.add(() -> this.items.item(names, ofRecords));
		}
		this.json.inOrder('[', all, ']');
	}

	private void capacity() {
		List<Runnable> members = new ArrayList<>();
		members.add(() -> this.json.member("TableName", () -> this.json.text(this.texts.text())));
		members.add(() -> this.json.member("CapacityUnits", () -> this.json.token(this.texts.number())));
		members.add(() -> this.json.member(unknownName(), this.items::unknown));
		this.json.object(members);
	}

	private String unknownName() {
		return (this.random.nextInt(4) == 0) ? STRANGE.get(this.random.nextInt(STRANGE.size()))
				: "_" + this.texts.name();
	}

}
