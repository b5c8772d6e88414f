package io.sprockets.dynamodb;

import java.util.Map;

import io.sprockets.dynamodb.codec.ItemType;
import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.model.AttributeValue;

import org.springframework.core.ParameterizedTypeReference;

/**
 * {@link DeleteItemSpec} as a request.
 *
 * @param <T> what the item becomes
 */
final class DefaultDeleteItemSpec<T> extends ItemRequestSpec<DeleteItemSpec<T>, T> implements DeleteItemSpec<T> {

	DefaultDeleteItemSpec(ClientOperations client, WireObject request, ItemType<T> type) {
		super("DeleteItem", client, request, type);
	}

	@Override
	public <R> DeleteItemSpec<R> as(Class<R> type) {
		return as(this.client.type(type));
	}

	@Override
	public <R> DeleteItemSpec<R> as(ParameterizedTypeReference<R> type) {
		return as(this.client.type(type));
	}

	@Override
	public DeleteItemSpec<Map<String, AttributeValue>> asAttributeValues() {
		return as(this.client.codec().attributeValues());
	}

	private <R> DeleteItemSpec<R> as(ItemType<R> type) {
		return new DefaultDeleteItemSpec<>(this.client, this.request, type);
	}

	@Override
	DeleteItemSpec<T> with(WireObject request) {
		return new DefaultDeleteItemSpec<>(this.client, request, this.type);
	}

}
