package io.sprockets.dynamodb;

import java.util.Map;

import io.sprockets.dynamodb.model.AttributeValue;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Scan: every item of a table or index. Pages are fetched as the subscriber asks for
 * items. Immutable: every step returns a new spec, which can be kept, shared and
 * subscribed to any number of times.
 *
 * @param <T> what items become
 */
public interface ScanSpec<T> extends PagedSpec<ScanSpec<T>, T> {

	/**
	 * Reads one of several parts, for a scan in parallel.
	 * @param segment the part, from 0
	 * @param totalSegments how many parts there are, 1 to 1,000,000
	 */
	ScanSpec<T> segment(int segment, int totalSegments);

	/**
	 * Maps items to a record, a bean or anything else Jackson can make.
	 */
	<R> ScanSpec<R> as(Class<R> type);

	/**
	 * Maps items to a generic type.
	 */
	<R> ScanSpec<R> as(ParameterizedTypeReference<R> type);

	/**
	 * Gives items in DynamoDB's own types, nothing converted.
	 */
	ScanSpec<Map<String, AttributeValue>> asAttributeValues();

}
