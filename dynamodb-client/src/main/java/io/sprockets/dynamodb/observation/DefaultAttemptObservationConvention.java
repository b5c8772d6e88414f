package io.sprockets.dynamodb.observation;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;

/**
 * Names an attempt's observation {@code dynamodb.client.attempts} and its span after
 * operation and number, for example {@code GetItem attempt 2}.
 * <p>
 * To add or replace keys, override a {@code get…KeyValues} method and go on from what it
 * returns: {@code super.getLowCardinalityKeyValues(context).and("team", "checkout")}.
 */
public class DefaultAttemptObservationConvention implements AttemptObservationConvention {

	private static final String DEFAULT_NAME = "dynamodb.client.attempts";

	private final String name;

	private final CallKeyValuesCache cache = new CallKeyValuesCache();

	/**
	 * Creates the convention with the name {@code dynamodb.client.attempts}.
	 */
	public DefaultAttemptObservationConvention() {
		this(DEFAULT_NAME);
	}

	/**
	 * Creates the convention with another name.
	 * @param name the observation's name
	 */
	public DefaultAttemptObservationConvention(String name) {
		this.name = name;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public String getContextualName(AttemptObservationContext context) {
		return context.keyValues(this.cache).contextualName();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(AttemptObservationContext context) {
		return context.keyValues(this.cache).tags(context);
	}

	/**
	 * Leaves the {@code db.*} keys to the operation's span, so that a service graph draws
	 * one edge per operation.
	 */
	@Override
	public KeyValues getHighCardinalityKeyValues(AttemptObservationContext context) {
		if (context.isUnanswered()) {
			return context.keyValues(this.cache).unanswered();
		}
		List<KeyValue> keyValues = new ArrayList<>(4);
		ResponseKeyValues.addRequestId(keyValues, context.getRequestId());
		ResponseKeyValues.addExchange(keyValues, context, context.getAttempt());
		return KeyValues.of(keyValues);
	}

}
