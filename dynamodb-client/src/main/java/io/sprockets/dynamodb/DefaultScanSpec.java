package io.sprockets.dynamodb;

import java.util.Map;

import io.sprockets.dynamodb.codec.ItemType;
import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.model.AttributeValue;

import org.springframework.core.ParameterizedTypeReference;

/**
 * {@link ScanSpec} as a request.
 *
 * @param <T> what items become
 */
final class DefaultScanSpec<T> extends PagedRequestSpec<ScanSpec<T>, T> implements ScanSpec<T> {

	DefaultScanSpec(ClientOperations client, WireObject request, ItemType<T> type) {
		super("Scan", client, request, type);
	}

	@Override
	public ScanSpec<T> segment(int segment, int totalSegments) {
		return with(this.request.with("Segment", segment).with("TotalSegments", totalSegments));
	}

	@Override
	public <R> ScanSpec<R> as(Class<R> type) {
		return as(this.client.type(type));
	}

	@Override
	public <R> ScanSpec<R> as(ParameterizedTypeReference<R> type) {
		return as(this.client.type(type));
	}

	@Override
	public ScanSpec<Map<String, AttributeValue>> asAttributeValues() {
		return as(this.client.codec().attributeValues());
	}

	private <R> ScanSpec<R> as(ItemType<R> type) {
		return new DefaultScanSpec<>(this.client, this.request, type);
	}

	@Override
	ScanSpec<T> with(WireObject request) {
		return new DefaultScanSpec<>(this.client, request, this.type);
	}

}
