package io.sprockets.dynamodb;

import java.util.Map;

import io.sprockets.dynamodb.codec.ItemType;
import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.model.AttributeValue;

import org.springframework.core.ParameterizedTypeReference;

/**
 * {@link PutItemSpec} as a request.
 *
 * @param <T> what the item becomes
 */
final class DefaultPutItemSpec<T> extends ItemRequestSpec<PutItemSpec<T>, T> implements PutItemSpec<T> {

	DefaultPutItemSpec(ClientOperations client, WireObject request, ItemType<T> type) {
		super("PutItem", client, request, type);
	}

	@Override
	public PutItemSpec<T> item(Object item) {
		return with("Item", new WireObject.Item(item));
	}

	@Override
	public <R> PutItemSpec<R> as(Class<R> type) {
		return as(this.client.type(type));
	}

	@Override
	public <R> PutItemSpec<R> as(ParameterizedTypeReference<R> type) {
		return as(this.client.type(type));
	}

	@Override
	public PutItemSpec<Map<String, AttributeValue>> asAttributeValues() {
		return as(this.client.codec().attributeValues());
	}

	private <R> PutItemSpec<R> as(ItemType<R> type) {
		return new DefaultPutItemSpec<>(this.client, this.request, type);
	}

	@Override
	PutItemSpec<T> with(WireObject request) {
		return new DefaultPutItemSpec<>(this.client, request, this.type);
	}

}
