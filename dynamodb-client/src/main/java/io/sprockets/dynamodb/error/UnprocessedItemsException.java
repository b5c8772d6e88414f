package io.sprockets.dynamodb.error;

import java.util.List;
import java.util.Map;

/**
 * The service left a part of a batch undone, again and again.
 */
public final class UnprocessedItemsException extends DynamoDbException {

	private final Map<String, List<Object>> unprocessed;

	public UnprocessedItemsException(String operation, Map<String, List<Object>> unprocessed, int rounds) {
		super("The service left " + unprocessed.values().stream().mapToInt(List::size).sum() + " entries of tables "
				+ unprocessed.keySet() + " unprocessed (operation " + operation + ", rounds " + rounds
				+ "); they are throttled: send fewer at once or provide more capacity", null);
		this.unprocessed = unprocessed;
	}

	/**
	 * Returns what is left by table name: of reads the keys, as maps of attribute values,
	 * of writes a {@link io.sprockets.dynamodb.model.WriteRequest} each.
	 */
	public Map<String, List<Object>> unprocessed() {
		return this.unprocessed;
	}

}
