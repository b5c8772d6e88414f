package io.sprockets.dynamodb.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

import io.sprockets.dynamodb.observation.DynamoDbObservationDocumentation.HighCardinalityKeyNames;

/**
 * Names an operation's observation {@code dynamodb.client.operations} and its span after
 * operation and table, for example {@code GetItem Orders}.
 * <p>
 * To add or replace keys, override a {@code get…KeyValues} method and go on from what it
 * returns: {@code super.getLowCardinalityKeyValues(context).and("team", "checkout")}.
 */
public class DefaultOperationObservationConvention implements OperationObservationConvention {

	private static final String DEFAULT_NAME = "dynamodb.client.operations";

	private final String name;

	private final CallKeyValuesCache cache = new CallKeyValuesCache();

	/**
	 * Creates the convention with the name {@code dynamodb.client.operations}.
	 */
	public DefaultOperationObservationConvention() {
		this(DEFAULT_NAME);
	}

	/**
	 * Creates the convention with another name.
	 * @param name the observation's name
	 */
	public DefaultOperationObservationConvention(String name) {
		this.name = name;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public String getContextualName(OperationObservationContext context) {
		return context.keyValues(this.cache).contextualName();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(OperationObservationContext context) {
		return context.keyValues(this.cache).tags(context);
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(OperationObservationContext context) {
		CallKeyValues call = context.keyValues(this.cache);
		if (context.isUnanswered() && !context.call().hasSeveralTables()) {
			return call.unanswered();
		}
		List<KeyValue> keyValues = new ArrayList<>(HighCardinalityKeyNames.values().length);
		KeyValue tableNames = tableNames(context, call);
		if (tableNames != null) {
			keyValues.add(tableNames);
		}
		ResponseKeyValues.addRequestId(keyValues, context.getRequestId());
		keyValues.add(call.databaseOperation());
		keyValues.add(CallKeyValues.SYSTEM);
		ResponseKeyValues.addExchange(keyValues, context, context.getAttempts());
		return KeyValues.of(keyValues);
	}

	private static @Nullable KeyValue tableNames(OperationObservationContext context, CallKeyValues call) {
		if (!context.call().hasSeveralTables()) {
			return call.tableName();
		}
		return KeyValue.of(HighCardinalityKeyNames.TABLE_NAMES,
				context.getTableNames().stream().map(ObservedCall::tableName).collect(Collectors.joining(",")));
	}

}
