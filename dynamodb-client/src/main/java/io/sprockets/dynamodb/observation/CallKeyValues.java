package io.sprockets.dynamodb.observation;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

import io.sprockets.dynamodb.observation.DynamoDbObservationDocumentation.HighCardinalityKeyNames;
import io.sprockets.dynamodb.observation.DynamoDbObservationDocumentation.LowCardinalityKeyNames;

/**
 * What Micrometer is told of each call like this one, made once. Key values are given
 * sorted by key, which spares Micrometer the sorting.
 */
final class CallKeyValues {

	private static final int LARGEST_ATTEMPT = 9;

	private static final KeyValue ERROR_NONE = KeyValue.of(LowCardinalityKeyNames.ERROR_CODE, KeyValue.NONE_VALUE);

	static final KeyValue SYSTEM = KeyValue.of(HighCardinalityKeyNames.DB_SYSTEM, "aws.dynamodb");

	private final KeyValue operation;

	private final KeyValue table;

	private final @Nullable KeyValue attempt;

	private final KeyValues running;

	private final KeyValues success;

	private final KeyValue databaseOperation;

	private final @Nullable KeyValue tableName;

	private final KeyValues unanswered;

	private final String contextualName;

	CallKeyValues(ObservedCall call) {
		String name = ObservedCall.tableName(call.table());
		this.operation = KeyValue.of(LowCardinalityKeyNames.OPERATION, call.operation());
		this.table = KeyValue.of(LowCardinalityKeyNames.TABLE, name);
		this.attempt = (call.attempt() > 0) ? attempt(call.attempt()) : null;
		this.running = withError(Outcome.UNKNOWN, ERROR_NONE);
		this.success = withError(Outcome.SUCCESS, ERROR_NONE);
		this.databaseOperation = KeyValue.of(HighCardinalityKeyNames.DB_OPERATION, call.operation());
		boolean oneTable = call.hasTable() && !call.hasSeveralTables();
		this.tableName = oneTable ? KeyValue.of(HighCardinalityKeyNames.TABLE_NAMES, name) : null;
		this.unanswered = (call.attempt() > 0) ? KeyValues.empty() : operation();
		this.contextualName = contextualName(call, oneTable ? name : null);
	}

	private KeyValues operation() {
		return (this.tableName != null) ? KeyValues.of(this.tableName, this.databaseOperation, SYSTEM)
				: KeyValues.of(this.databaseOperation, SYSTEM);
	}

	private static KeyValue attempt(int attempt) {
		return KeyValue.of(LowCardinalityKeyNames.ATTEMPT,
				(attempt <= LARGEST_ATTEMPT) ? Integer.toString(attempt) : (LARGEST_ATTEMPT + 1) + "+");
	}

	private static String contextualName(ObservedCall call, @Nullable String tableName) {
		if (call.attempt() > 0) {
			return call.operation() + " attempt " + call.attempt();
		}
		return (tableName != null) ? call.operation() + " " + tableName : call.operation();
	}

	/**
	 * Returns the tags of a call that stands as the context says.
	 */
	KeyValues tags(DynamoDbObservationContext context) {
		Outcome outcome = context.getOutcome();
		return switch (outcome) {
			case UNKNOWN -> this.running;
			case SUCCESS -> this.success;
			case CANCELLED -> withError(outcome, ERROR_NONE);
			default -> withError(outcome, KeyValue.of(LowCardinalityKeyNames.ERROR_CODE, context.getErrorCode()));
		};
	}

	private KeyValues withError(Outcome outcome, KeyValue error) {
		KeyValue ended = KeyValue.of(LowCardinalityKeyNames.OUTCOME, outcome.name());
		if (this.attempt != null) {
			return KeyValues.of(this.attempt, error, this.operation, ended, this.table);
		}
		return KeyValues.of(error, this.operation, ended, this.table);
	}

	KeyValue databaseOperation() {
		return this.databaseOperation;
	}

	/**
	 * Returns the name of the one table, or {@code null} for none or several.
	 */
	@Nullable KeyValue tableName() {
		return this.tableName;
	}

	/**
	 * Returns the span attributes of a call of which nothing else is known yet.
	 */
	KeyValues unanswered() {
		return this.unanswered;
	}

	String contextualName() {
		return this.contextualName;
	}

}
