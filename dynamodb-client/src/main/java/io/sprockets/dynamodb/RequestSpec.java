package io.sprockets.dynamodb;

import java.util.Map;

import io.sprockets.dynamodb.codec.ItemType;
import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.codec.WireObject.Attributes;
import io.sprockets.dynamodb.model.ReturnConsumedCapacity;
import io.sprockets.dynamodb.model.ReturnItemCollectionMetrics;
import io.sprockets.dynamodb.model.ReturnValue;
import io.sprockets.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import org.jspecify.annotations.Nullable;

/**
 * What the specs of operations on items have in common: the request's members so far, and
 * the steps that set one. Members are written in the order they were set.
 *
 * @param <S> the spec
 * @param <T> what items become
 */
abstract class RequestSpec<S, T> {

	protected final ClientOperations client;

	protected final WireObject request;

	protected final ItemType<T> type;

	RequestSpec(ClientOperations client, WireObject request, ItemType<T> type) {
		this.client = client;
		this.request = request;
		this.type = type;
	}

	/**
	 * Returns the spec of another request.
	 */
	abstract S with(WireObject request);

	S with(String member, Object value) {
		return with(this.request.with(member, value));
	}

	String tableName() {
		return String.valueOf(this.request.get("TableName"));
	}

	public S key(String name, Object value) {
		return with("Key", new Attributes(attributes("Key").with(name, value)));
	}

	public S key(Map<String, ? extends @Nullable Object> key) {
		return with("Key", new Attributes(WireObject.of(key)));
	}

	public S name(String placeholder, String attributeName) {
		return names(Map.of(placeholder, attributeName));
	}

	public S names(Map<String, String> names) {
		WireObject known = (this.request.get("ExpressionAttributeNames") instanceof WireObject present) ? present
				: WireObject.EMPTY;
		return names.isEmpty() ? with(this.request) : with("ExpressionAttributeNames", known.with(names));
	}

	public S value(String placeholder, @Nullable Object value) {
		return with("ExpressionAttributeValues",
				new Attributes(attributes("ExpressionAttributeValues").with(placeholder, value)));
	}

	public S values(Map<String, ? extends @Nullable Object> values) {
		return values.isEmpty() ? with(this.request) : with("ExpressionAttributeValues",
				new Attributes(attributes("ExpressionAttributeValues").with(values)));
	}

	public S consistentRead(boolean consistentRead) {
		return with("ConsistentRead", consistentRead);
	}

	public S projection(String projectionExpression) {
		return with("ProjectionExpression", projectionExpression);
	}

	public S condition(String conditionExpression) {
		return with("ConditionExpression", conditionExpression);
	}

	public S returning(ReturnValue returnValues) {
		return with("ReturnValues", returnValues);
	}

	public S returningOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure returnValues) {
		return with("ReturnValuesOnConditionCheckFailure", returnValues);
	}

	public S returnConsumedCapacity(ReturnConsumedCapacity detail) {
		return with("ReturnConsumedCapacity", detail);
	}

	public S returnItemCollectionMetrics(ReturnItemCollectionMetrics metrics) {
		return with("ReturnItemCollectionMetrics", metrics);
	}

	private WireObject attributes(String member) {
		return (this.request.get(member) instanceof Attributes present) ? present.values() : WireObject.EMPTY;
	}

	/**
	 * Names the members that are set, never their values.
	 */
	@Override
	public String toString() {
		return getClass().getSimpleName().replace("Default", "") + this.request;
	}

}
