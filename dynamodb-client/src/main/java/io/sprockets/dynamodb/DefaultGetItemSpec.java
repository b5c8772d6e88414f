package io.sprockets.dynamodb;

import java.util.Map;

import io.sprockets.dynamodb.codec.ItemType;
import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.model.AttributeValue;

import org.springframework.core.ParameterizedTypeReference;

/**
 * {@link GetItemSpec} as a request.
 *
 * @param <T> what the item becomes
 */
final class DefaultGetItemSpec<T> extends ItemRequestSpec<GetItemSpec<T>, T> implements GetItemSpec<T> {

	DefaultGetItemSpec(ClientOperations client, WireObject request, ItemType<T> type) {
		super("GetItem", client, request, type);
	}

	@Override
	public <R> GetItemSpec<R> as(Class<R> type) {
		return as(this.client.type(type));
	}

	@Override
	public <R> GetItemSpec<R> as(ParameterizedTypeReference<R> type) {
		return as(this.client.type(type));
	}

	@Override
	public GetItemSpec<Map<String, AttributeValue>> asAttributeValues() {
		return as(this.client.codec().attributeValues());
	}

	private <R> GetItemSpec<R> as(ItemType<R> type) {
		return new DefaultGetItemSpec<>(this.client, this.request, type);
	}

	@Override
	GetItemSpec<T> with(WireObject request) {
		return new DefaultGetItemSpec<>(this.client, request, this.type);
	}

}
