package io.sprockets.dynamodb;

import java.util.Map;

import io.sprockets.dynamodb.codec.ItemType;
import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.model.AttributeValue;

import org.springframework.core.ParameterizedTypeReference;

/**
 * {@link QuerySpec} as a request.
 *
 * @param <T> what items become
 */
final class DefaultQuerySpec<T> extends PagedRequestSpec<QuerySpec<T>, T> implements QuerySpec<T> {

	DefaultQuerySpec(ClientOperations client, WireObject request, ItemType<T> type) {
		super("Query", client, request, type);
	}

	@Override
	public QuerySpec<T> keyCondition(String keyConditionExpression) {
		return with("KeyConditionExpression", keyConditionExpression);
	}

	@Override
	public QuerySpec<T> scanIndexForward(boolean ascending) {
		return with("ScanIndexForward", ascending);
	}

	@Override
	public <R> QuerySpec<R> as(Class<R> type) {
		return as(this.client.type(type));
	}

	@Override
	public <R> QuerySpec<R> as(ParameterizedTypeReference<R> type) {
		return as(this.client.type(type));
	}

	@Override
	public QuerySpec<Map<String, AttributeValue>> asAttributeValues() {
		return as(this.client.codec().attributeValues());
	}

	private <R> QuerySpec<R> as(ItemType<R> type) {
		return new DefaultQuerySpec<>(this.client, this.request, type);
	}

	@Override
	QuerySpec<T> with(WireObject request) {
		return new DefaultQuerySpec<>(this.client, request, this.type);
	}

}
