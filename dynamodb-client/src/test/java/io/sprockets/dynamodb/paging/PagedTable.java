package io.sprockets.dynamodb.paging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;

import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.ReceivedRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table that answers each request with as many rows as chance has it, none at all
 * included, and with a fault instead now and then. From some row on it may refuse to
 * answer. What a client must not ask for is kept as a violation.
 */
final class PagedTable {

	private static final int MAX_FAULTS_IN_A_ROW = 2;

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private final String name;

	private final Random random;

	private final List<Map<String, Object>> rows = new ArrayList<>();

	private final List<Boolean> matches = new ArrayList<>();

	/** The positions at which pages begin that a client may ask for, by their keys. */
	private final Map<JsonNode, Integer> starts = new HashMap<>();

	private final double faults;

	private final int refusedFrom;

	private LongSupplier demand = () -> Long.MAX_VALUE;

	private int faultsInARow;

	private @Nullable JsonNode first;

	private int start;

	private int refusedAt = Integer.MAX_VALUE;

	private @Nullable String violation;

	PagedTable(String name, Random random) {
		this.name = name;
		this.random = random;
		double density = List.of(0.0, 0.1, 0.5, 0.9, 1.0, 1.0).get(random.nextInt(6));
		int size = random.nextInt((random.nextInt(4) == 0) ? 200 : 20);
		for (int i = 0, sk = 0; i < size; i++) {
			sk += 1 + random.nextInt(1_000);
			this.rows.add(row(sk));
			this.matches.add(random.nextDouble() < density);
		}
		this.faults = List.of(0.0, 0.1, 0.4).get(random.nextInt(3));
		this.refusedFrom = (random.nextInt(8) == 0) ? random.nextInt(size + 1) : Integer.MAX_VALUE;
	}

	private Map<String, Object> row(int sk) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("pk", this.name);
		row.put("sk", sk);
		if (this.random.nextBoolean()) {
			row.put("text", "é\"\\\u0000".repeat(this.random.nextInt(40)) + sk);
		}
		return row;
	}

	String name() {
		return this.name;
	}

	/**
	 * Tells how many items the client was asked for so far: no page may be asked for that
	 * these do not need.
	 */
	synchronized void demand(LongSupplier demand) {
		this.demand = demand;
	}

	/**
	 * Returns the key after which a client may begin, {@code null} for the beginning.
	 */
	synchronized @Nullable Map<String, Object> chooseStart() {
		if (this.rows.isEmpty() || this.random.nextBoolean()) {
			return null;
		}
		this.start = 1 + this.random.nextInt(this.rows.size());
		this.starts.put(key(this.start - 1), this.start);
		return Map.of("pk", this.name, "sk", this.rows.get(this.start - 1).get("sk"));
	}

	/**
	 * Returns the items a client must be given: all, or those before the page that was
	 * refused.
	 */
	synchronized List<Map<String, Object>> expected() {
		List<Map<String, Object>> expected = new ArrayList<>();
		for (int i = this.start; i < Math.min(this.rows.size(), this.refusedAt); i++) {
			if (this.matches.get(i)) {
				expected.add(this.rows.get(i));
			}
		}
		return expected;
	}

	/**
	 * Says whether the client was refused a page.
	 */
	synchronized boolean hasRefused() {
		return this.refusedAt != Integer.MAX_VALUE;
	}

	/**
	 * Returns what the client should not have asked for, {@code null} if there was
	 * nothing.
	 */
	synchronized @Nullable String violation() {
		return this.violation;
	}

	synchronized FaultAnswer answer(ReceivedRequest request) {
		ObjectNode body = (ObjectNode) MAPPER.readTree(request.body());
		JsonNode startKey = body.remove("ExclusiveStartKey");
		if (this.first == null) {
			this.first = body;
		}
		Integer from = (startKey != null) ? this.starts.get(startKey) : Integer.valueOf(0);
		if (from == null || !body.equals(this.first) || (startKey == null && this.start > 0)) {
			return violated("asked for " + startKey + " with " + body + " after " + this.first);
		}
		if (this.demand.getAsLong() <= matching(from)) {
			return violated("asked for what begins at " + from + " without need");
		}
		if (this.faultsInARow < MAX_FAULTS_IN_A_ROW && this.random.nextDouble() < this.faults) {
			this.faultsInARow++;
			return fault(page(from, body));
		}
		this.faultsInARow = 0;
		if (from >= this.refusedFrom) {
			this.refusedAt = from;
			return FaultAnswer.error(400, "ValidationException");
		}
		return FaultAnswer.withChecksum(page(from, body));
	}

	private FaultAnswer violated(String violation) {
		this.violation = violation;
		return FaultAnswer.error(400, "AccessDeniedException");
	}

	private long matching(int end) {
		return this.matches.subList(this.start, end).stream().filter((matching) -> matching).count();
	}

	private String page(int from, JsonNode request) {
		int limit = request.has("Limit") ? request.get("Limit").intValue() : Integer.MAX_VALUE;
		int left = this.rows.size() - from;
		int evaluated = Math.min(Math.min(limit, left),
				(this.random.nextInt(3) > 0) ? 1 + this.random.nextInt(8) : this.rows.size());
		ObjectNode page = MAPPER.createObjectNode();
		int to = from + evaluated;
		// A page that ends with the last row does not always know that it is the last
		if (to < this.rows.size() || (evaluated > 0 && this.random.nextInt(3) == 0)) {
			this.starts.put(key(to - 1), to);
			page.set("LastEvaluatedKey", key(to - 1));
		}
		else if (this.random.nextInt(4) == 0) {
			page.putNull("LastEvaluatedKey");
		}
		boolean counts = request.has("Select") && request.get("Select").stringValue().equals("COUNT");
		ArrayNode items = MAPPER.createArrayNode();
		for (int i = from; i < to; i++) {
			if (this.matches.get(i)) {
				items.add(item(this.rows.get(i)));
			}
		}
		page.put("Count", items.size());
		page.put("ScannedCount", evaluated);
		if (!counts) {
			page.set("Items", items);
		}
		return page.toString();
	}

	private JsonNode key(int row) {
		return item(Map.of("pk", this.name, "sk", this.rows.get(row).get("sk")));
	}

	private static ObjectNode item(Map<String, Object> row) {
		ObjectNode item = MAPPER.createObjectNode();
		row.forEach((name, value) -> item.putObject(name).put((value instanceof String) ? "S" : "N", value.toString()));
		return item;
	}

	private FaultAnswer fault(String page) {
		return switch (this.random.nextInt(9)) {
			case 0 -> FaultAnswer.error(500, "InternalServerError");
			case 1 -> FaultAnswer.error(400, "ProvisionedThroughputExceededException");
			case 2 -> FaultAnswer.status(503, "<html><body>503 Service Unavailable</body></html>");
			case 3 -> FaultAnswer.close();
			case 4 -> FaultAnswer.reset();
			case 5 -> FaultAnswer.closeWithinHeaders();
			case 6 -> FaultAnswer.closeWithinBody();
			case 7 -> withChecksumOf(page, page.substring(0, this.random.nextInt(page.length())));
			default -> withChecksumOf(page, page.replaceFirst("\"N\":\"[0-9]", "\"N\":\"X"));
		};
	}

	/**
	 * Answers with other bytes than the checksum is of.
	 */
	private static FaultAnswer withChecksumOf(String page, String other) {
		CRC32 crc = new CRC32();
		crc.update(page.getBytes(StandardCharsets.UTF_8));
		return FaultAnswer.status(200, other.equals(page) ? "" : other, "x-amz-crc32: " + crc.getValue());
	}

}
