package io.sprockets.dynamodb.observation;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one operation while it is observed. Belongs to one subscription.
 */
public final class OperationObservationContext extends DynamoDbObservationContext {

	private final @Nullable Collection<String> tableNames;

	private int attempts;

	/**
	 * Creates the context of an operation on one table or none.
	 * @param operation the operation's name, for example {@code GetItem}
	 * @param tableName the table's name or ARN, or {@code null} where the operation has
	 * none
	 */
	public OperationObservationContext(String operation, @Nullable String tableName) {
		this(ObservedCall.of(operation, tableName), null);
	}

	/**
	 * Creates the context of an operation on any number of tables.
	 * @param operation the operation's name, for example {@code BatchGetItem}
	 * @param tableNames the different tables' names or ARNs
	 */
	public OperationObservationContext(String operation, Collection<String> tableNames) {
		this(ObservedCall.of(operation, tableNames), (tableNames.size() > 1) ? tableNames : null);
	}

	private OperationObservationContext(ObservedCall call, @Nullable Collection<String> tableNames) {
		super(call);
		this.tableNames = tableNames;
		setRemoteServiceName("dynamodb");
	}

	/**
	 * Returns the context of the next attempt; what that learns of its answer this
	 * context learns too.
	 */
	public AttemptObservationContext nextAttempt() {
		this.attempts++;
		return new AttemptObservationContext(this, this.attempts);
	}

	/**
	 * Returns how many attempts were begun so far.
	 */
	public int getAttempts() {
		return this.attempts;
	}

	/**
	 * Returns the tables' names or ARNs as given; empty for an operation without a table.
	 */
	public Collection<String> getTableNames() {
		if (this.tableNames != null) {
			return this.tableNames;
		}
		return call().hasTable() ? List.of(call().table()) : List.of();
	}

}
