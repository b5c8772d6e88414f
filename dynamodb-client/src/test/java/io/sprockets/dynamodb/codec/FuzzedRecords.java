package io.sprockets.dynamodb.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Makes items of {@link FuzzedRecord}s whose attributes mostly fit their components.
 */
final class FuzzedRecords implements Supplier<byte[]> {

	private static final String[] FITTING = { "a:S:2026-11-24T10:00:00Z", "a:N:1795000000", "a:N:1795000000.123456789",
			"b:S:2026-11-24", "b:N:20000", "c:S:PT5M", "c:N:12.5", "d:S:123e4567-e89b-12d3-a456-426614174000",
			"e:S:SECONDS", "e:N:3", "f:S:text", "h:B:AAEC", "k:S:x", "l:N:123456789012345678901234567890", "m:N:1.5",
			"n:S:c", "n:N:99", "p:S:2026-11-24T10:00:00+01:00[Europe/Berlin]", "p:N:1795000000", "q:N:7", "t:S:any",
			"u:S:true", "v:N:12", "w:N:-5", "y:N:1.50", "ab:S:chars", "cd:N:12", "ef:S:EUR", "gh:S:a+b", "d:B:AAEC",
			"m:S:1.5", "l:S:12", "y:S:1E10", "q:S:5", "c:S:12" };

	private final Random random;

	private final RandomJson json;

	private final RandomValues values;

	private final RandomTexts texts;

	FuzzedRecords(long seed) {
		this.random = new Random(seed);
		this.json = new RandomJson(this.random);
		this.texts = new RandomTexts(this.random);
		this.values = new RandomValues(this.random, this.json, this.texts);
	}

	@Override
	public byte[] get() {
		this.json.begin();
		this.values.object("Item", () -> record(2));
		return this.json.end();
	}

	private void record(int depth) {
		List<Runnable> members = new ArrayList<>();
		for (int i = this.random.nextInt(6); i > 0; i--) {
			String[] parts = FITTING[this.random.nextInt(FITTING.length)].split(":", 3);
			member(members, parts[0], () -> this.values.object(parts[1], () -> this.json.text(parts[2])));
		}
		switch (this.random.nextInt(12)) {
			case 0 -> member(members, "g", () -> this.values.array("L", () -> this.values.number("1")));
			case 1 -> member(members, "g", () -> this.values.array("NS", () -> this.json.text("1")));
			case 2 -> member(members, "j", this.values::any);
			case 3 -> member(members, "k", this.values::any);
			case 4 -> member(members, "o", this::shape);
			case 5 -> member(members, "r", () -> map("DAYS", () -> this.values.number("1795000000")));
			case 6 -> member(members, "s", () -> this.values.array("SS", () -> this.json.text(this.texts.text())));
			case 7 -> member(members, "x", () -> this.values.array("BS", () -> this.json.text(this.texts.base64())));
			case 8 -> member(members, "z", () -> map("12", () -> this.values.object("S", () -> this.json.text("u:x"))));
			case 9 -> member(members, "i", () -> this.values.array("L",
					() -> map("n", () -> this.values.array("NS", () -> this.json.text("5")))));
			case 10 -> member(members, "u", () -> this.values.object("BOOL", () -> this.json.token("true")));
			default -> {
				if (depth > 0) {
					member(members, "self", () -> this.values.object("M", () -> record(depth - 1)));
				}
			}
		}
		this.json.object(members);
	}

	private void shape() {
		this.values.object("M", () -> {
			List<Runnable> members = new ArrayList<>();
			boolean circle = this.random.nextBoolean();
			String type = "FuzzedRecord$" + (circle ? "Circle" : "Square");
			member(members, "@type", () -> this.values.object("S", () -> this.json.text(type)));
			member(members, circle ? "radius" : "side", () -> this.values.number("12"));
			this.json.object(members);
		});
	}

	private void map(String key, Runnable value) {
		this.values.object("M", () -> this.values.object(key, value));
	}

	private void member(List<Runnable> members, String name, Runnable value) {
		members.add(() -> this.json.member(name, value));
	}

}
