package io.sprockets.dynamodb;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import io.sprockets.dynamodb.codec.ItemType;
import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.expression.UpdateExpression;
import io.sprockets.dynamodb.model.AttributeValue;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;

/**
 * {@link UpdateItemSpec} as a request.
 *
 * @param <T> what returned attributes become
 */
final class DefaultUpdateItemSpec<T> extends ItemRequestSpec<UpdateItemSpec<T>, T> implements UpdateItemSpec<T> {

	private final UpdateExpression steps;

	DefaultUpdateItemSpec(ClientOperations client, WireObject request, UpdateExpression steps, ItemType<T> type) {
		super("UpdateItem", client, request, type);
		this.steps = steps;
	}

	@Override
	public UpdateItemSpec<T> set(String path, @Nullable Object value) {
		return with(this.steps.set(path, value));
	}

	@Override
	public UpdateItemSpec<T> setIfAbsent(String path, @Nullable Object value) {
		return with(this.steps.setIfAbsent(path, value));
	}

	@Override
	public UpdateItemSpec<T> append(String path, Collection<?> values) {
		return with(this.steps.append(path, values));
	}

	@Override
	public UpdateItemSpec<T> add(String path, Object value) {
		return with(this.steps.add(path, value));
	}

	@Override
	public UpdateItemSpec<T> remove(String... paths) {
		UpdateExpression removed = this.steps;
		for (String path : paths) {
			removed = removed.remove(path);
		}
		return with(removed);
	}

	@Override
	public UpdateItemSpec<T> delete(String path, Set<?> elements) {
		return with(this.steps.delete(path, elements));
	}

	@Override
	public UpdateItemSpec<T> update(String updateExpression) {
		if (!this.steps.isEmpty()) {
			throw mixed();
		}
		return with("UpdateExpression", updateExpression);
	}

	@Override
	WireObject complete() {
		if (this.steps.isEmpty()) {
			return this.request;
		}
		UpdateItemSpec<T> whole = new DefaultUpdateItemSpec<>(this.client, this.request, UpdateExpression.EMPTY,
				this.type)
			.update(this.steps.text())
			.names(this.steps.names())
			.values(this.steps.values());
		return ((DefaultUpdateItemSpec<T>) whole).request;
	}

	@Override
	UpdateItemSpec<T> with(WireObject request) {
		return new DefaultUpdateItemSpec<>(this.client, request, this.steps, this.type);
	}

	private UpdateItemSpec<T> with(UpdateExpression steps) {
		if (this.request.get("UpdateExpression") != null) {
			throw mixed();
		}
		return new DefaultUpdateItemSpec<>(this.client, this.request, steps, this.type);
	}

	private static IllegalStateException mixed() {
		return new IllegalStateException(
				"An update is written either as one expression or in single steps such as set and remove, not both");
	}

	@Override
	public <R> UpdateItemSpec<R> as(Class<R> type) {
		return as(this.client.type(type));
	}

	@Override
	public <R> UpdateItemSpec<R> as(ParameterizedTypeReference<R> type) {
		return as(this.client.type(type));
	}

	@Override
	public UpdateItemSpec<Map<String, AttributeValue>> asAttributeValues() {
		return as(this.client.codec().attributeValues());
	}

	private <R> UpdateItemSpec<R> as(ItemType<R> type) {
		return new DefaultUpdateItemSpec<>(this.client, this.request, this.steps, type);
	}

}
