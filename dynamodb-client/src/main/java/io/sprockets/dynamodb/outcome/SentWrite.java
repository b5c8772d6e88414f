package io.sprockets.dynamodb.outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.sprockets.dynamodb.codec.MalformedAnswerException;
import io.sprockets.dynamodb.codec.PlainJson;
import io.sprockets.dynamodb.codec.RequestBody;
import io.sprockets.dynamodb.expression.UpdateActions;
import org.jspecify.annotations.Nullable;

/**
 * A request as its body says it, looked at once an answer was lost: whether sending it
 * again is the same as sending it once, and whether the stored item proves that it was
 * done.
 */
public final class SentWrite {

	private static final String ON_FAILURE = "ReturnValuesOnConditionCheckFailure";

	private static final List<String> READS = List.of("Get", "BatchGet", "TransactGet", "Query", "Scan", "Describe",
			"List", "SearchVectors");

	private final String operation;

	private final Map<String, @Nullable Object> request;

	private SentWrite(String operation, Map<String, @Nullable Object> request) {
		this.operation = operation;
		this.request = request;
	}

	/**
	 * Reads a request.
	 * @param operation the operation's name, without its service
	 */
	public static SentWrite of(String operation, RequestBody body) {
		Map<String, @Nullable Object> request = null;
		try {
			request = PlainJson.members(Arrays.copyOf(body.array(), body.length()));
		}
		catch (MalformedAnswerException ex) {
			// Given as bytes by the caller; the service will say what is wrong with it
		}
		return new SentWrite(operation, (request != null) ? request : Map.of());
	}

	/**
	 * Says whether it changes anything.
	 */
	public boolean isWrite() {
		return switch (this.operation) {
			case "ExecuteStatement" -> !isSelect(this.request);
			case "BatchExecuteStatement" -> elements("Statements").stream().anyMatch((one) -> !isSelect(one));
			default -> READS.stream().noneMatch(this.operation::startsWith);
		};
	}

	/**
	 * Says whether it is not known what came of it.
	 * @param lost whether the answer to the last attempt was lost, not only to one before
	 */
	public boolean leavesUnknown(boolean lost) {
		return switch (this.operation) {
			case "PutItem", "DeleteItem" -> isConditional();
			case "UpdateItem" -> isConditional() || !isRepeatableUpdate();
			case "ExecuteStatement", "BatchExecuteStatement" -> isWrite();
			// By its token the service knows a transaction it has done, and does it once
			case "TransactWriteItems", "ExecuteTransaction" ->
				lost || !(this.request.get("ClientRequestToken") instanceof String);
			default -> false;
		};
	}

	private boolean isConditional() {
		return this.request.get("ConditionExpression") != null || this.request.get("Expected") != null;
	}

	private boolean isRepeatableUpdate() {
		boolean adds = members("AttributeUpdates").values()
			.stream()
			.anyMatch((update) -> update instanceof Map<?, ?> action && "ADD".equals(action.get("Action")));
		return !adds && (!(this.request.get("UpdateExpression") instanceof String expression)
				|| UpdateActions.of(expression).repeatable());
	}

	/**
	 * Returns the request in a form in which a failed condition tells the stored item,
	 * {@code null} if it has no condition or asks for that already.
	 */
	public @Nullable RequestBody asking() {
		boolean provable = this.operation.equals("PutItem") || this.operation.equals("UpdateItem");
		if (!provable || this.request.get("ConditionExpression") == null
				|| "ALL_OLD".equals(this.request.get(ON_FAILURE))) {
			return null;
		}
		Map<String, @Nullable Object> asking = new LinkedHashMap<>(this.request);
		asking.put(ON_FAILURE, "ALL_OLD");
		return RequestBody.of(PlainJson.write(asking));
	}

	/**
	 * Returns the answer that was lost, {@code null} where the stored item does not prove
	 * that this was what wrote it, or does not tell the answer.
	 * @param storedItem the item in the plain objects of its typed JSON
	 */
	public byte @Nullable [] answerProvenBy(Map<?, ?> storedItem) {
		StoredItem stored = new StoredItem(storedItem);
		String returned = String.valueOf(this.request.getOrDefault("ReturnValues", "NONE"));
		boolean isOurs = switch (this.operation) {
			case "PutItem" -> this.request.get("Item") instanceof Map<?, ?> item && stored.is(item);
			case "UpdateItem" -> provesUpdate(stored);
			default -> false;
		};
		if (isOurs && returned.equals("NONE")) {
			return PlainJson.write(Map.of());
		}
		return (isOurs && returned.equals("ALL_NEW")) ? PlainJson.write(Map.of("Attributes", stored.attributes()))
				: null;
	}

	private boolean provesUpdate(StoredItem stored) {
		if (!(this.request.get("UpdateExpression") instanceof String expression)) {
			return false;
		}
		UpdateActions actions = UpdateActions.of(expression);
		Map<?, ?> values = members("ExpressionAttributeValues");
		return actions.assignmentsOnly() && !actions.assigned().isEmpty()
				&& actions.assigned()
					.stream()
					.allMatch((set) -> stored.has(path(set.getKey()), values.get(set.getValue())))
				&& actions.removed().stream().allMatch((removed) -> stored.at(path(removed)) == null);
	}

	private List<String> path(String text) {
		Map<?, ?> names = members("ExpressionAttributeNames");
		List<String> path = new ArrayList<>();
		for (String name : text.split("\\.", -1)) {
			Object meant = names.get(name.strip());
			path.add((meant instanceof String attribute) ? attribute : name.strip());
		}
		return path;
	}

	private Map<?, ?> members(String member) {
		return (this.request.get(member) instanceof Map<?, ?> members) ? members : Map.of();
	}

	private List<?> elements(String member) {
		return (this.request.get(member) instanceof List<?> elements) ? elements : List.of();
	}

	private static boolean isSelect(@Nullable Object statement) {
		return statement instanceof Map<?, ?> members && members.get("Statement") instanceof String text
				&& text.stripLeading().toUpperCase(Locale.ROOT).startsWith("SELECT");
	}

}
