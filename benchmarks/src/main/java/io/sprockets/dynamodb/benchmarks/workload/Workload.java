package io.sprockets.dynamodb.benchmarks.workload;

/**
 * An operation that is done over and over.
 *
 * @param operation what is called
 * @param items how many items the answer has
 */
public record Workload(Operation operation, int items) {

	/** Reads an item of 0.8 KB. */
	public static final Workload GET_ITEM = new Workload(Operation.GET_ITEM, 1);

	/** Stores an item of 0.9 KB. */
	public static final Workload PUT_ITEM = new Workload(Operation.PUT_ITEM, 0);

	/**
	 * Reads a page of items of 0.4 KB each.
	 */
	public static Workload query(int items) {
		return new Workload(Operation.QUERY, items);
	}

	/**
	 * Reads the form of {@link #toString()}.
	 */
	public static Workload parse(String text) {
		return switch (text) {
			case "GetItem" -> GET_ITEM;
			case "PutItem" -> PUT_ITEM;
			default -> query(Integer.parseInt(text.substring("Query".length())));
		};
	}

	@Override
	public String toString() {
		return switch (this.operation) {
			case GET_ITEM -> "GetItem";
			case PUT_ITEM -> "PutItem";
			case QUERY -> "Query" + this.items;
		};
	}

	/**
	 * The kinds of calls.
	 */
	public enum Operation {

		GET_ITEM, PUT_ITEM, QUERY

	}

}
