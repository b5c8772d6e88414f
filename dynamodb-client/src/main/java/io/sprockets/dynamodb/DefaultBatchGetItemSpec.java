package io.sprockets.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.codec.BatchGetAnswer;
import io.sprockets.dynamodb.codec.ItemType;
import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.codec.WireObject.Attributes;
import io.sprockets.dynamodb.model.AttributeValue;
import io.sprockets.dynamodb.model.ConsumedCapacity;
import io.sprockets.dynamodb.model.ReturnConsumedCapacity;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;

/**
 * {@link BatchGetItemSpec} as requests of up to 100 keys.
 *
 * @param <T> what items become
 */
final class DefaultBatchGetItemSpec<T> implements BatchGetItemSpec<T> {

	/** The service's limit. */
	private static final int MAX_KEYS = 100;

	/** Batches under way at once. */
	private static final int CONCURRENCY = 4;

	private final ClientOperations client;

	private final List<BatchEntry> keys;

	private final WireObject tableMembers;

	private final WireObject request;

	private final ItemType<T> type;

	DefaultBatchGetItemSpec(ClientOperations client, List<BatchEntry> keys, WireObject tableMembers, WireObject request,
			ItemType<T> type) {
		this.client = client;
		this.keys = keys;
		this.tableMembers = tableMembers;
		this.request = request;
		this.type = type;
	}

	@Override
	public BatchGetItemSpec<T> key(String tableName, Map<String, ? extends @Nullable Object> key) {
		return keys(tableName, List.of(key));
	}

	@Override
	public BatchGetItemSpec<T> keys(String tableName,
			Collection<? extends Map<String, ? extends @Nullable Object>> keys) {
		List<BatchEntry> more = new ArrayList<>(this.keys);
		keys.forEach((key) -> more.add(entry(tableName, key)));
		return new DefaultBatchGetItemSpec<>(this.client, List.copyOf(more), this.tableMembers, this.request,
				this.type);
	}

	@Override
	public BatchGetItemSpec<T> consistentRead(String tableName) {
		return with(tableName, members(tableName).with("ConsistentRead", true));
	}

	@Override
	public BatchGetItemSpec<T> projection(String tableName, String projectionExpression) {
		return with(tableName, members(tableName).with("ProjectionExpression", projectionExpression));
	}

	@Override
	public BatchGetItemSpec<T> name(String tableName, String placeholder, String attributeName) {
		WireObject members = members(tableName);
		WireObject names = (members.get("ExpressionAttributeNames") instanceof WireObject present) ? present
				: WireObject.EMPTY;
		return with(tableName, members.with("ExpressionAttributeNames", names.with(placeholder, attributeName)));
	}

	@Override
	public BatchGetItemSpec<T> returnConsumedCapacity(ReturnConsumedCapacity detail) {
		return new DefaultBatchGetItemSpec<>(this.client, this.keys, this.tableMembers,
				this.request.with("ReturnConsumedCapacity", detail), this.type);
	}

	@Override
	public <R> BatchGetItemSpec<R> as(Class<R> type) {
		return as(this.client.type(type));
	}

	@Override
	public <R> BatchGetItemSpec<R> as(ParameterizedTypeReference<R> type) {
		return as(this.client.type(type));
	}

	@Override
	public BatchGetItemSpec<Map<String, AttributeValue>> asAttributeValues() {
		return as(this.client.codec().attributeValues());
	}

	@Override
	public Flux<T> all() {
		return answers().concatMapIterable((answer) -> answer.items().values()).concatMapIterable((items) -> items);
	}

	@Override
	public Mono<BatchGetItemResult<T>> result() {
		return answers().collectList().map(DefaultBatchGetItemSpec::merge);
	}

	private Flux<BatchGetAnswer<T>> answers() {
		return Flux.fromIterable(BatchEntry.chunks(this.keys, MAX_KEYS)).flatMap(this::readChunk, CONCURRENCY, 1);
	}

	/**
	 * Reads a chunk and what the service left of it.
	 */
	private Flux<BatchGetAnswer<T>> readChunk(List<BatchEntry> chunk) {
		return new LeftoverRounds<>("BatchGetItem", this::send, DefaultBatchGetItemSpec::leftovers).run(chunk);
	}

	private Mono<BatchGetAnswer<T>> send(List<BatchEntry> chunk) {
		Map<String, List<Object>> entries = BatchEntry.byTable(chunk);
		WireObject tables = WireObject.EMPTY;
		for (Map.Entry<String, List<Object>> table : entries.entrySet()) {
			tables = tables.with(table.getKey(), members(table.getKey()).with("Keys", table.getValue()));
		}
		return this.client.call("BatchGetItem", entries.keySet(), this.request.with("RequestItems", tables),
				this.client.codec().batchGetAnswers(this.type));
	}

	private static List<BatchEntry> leftovers(BatchGetAnswer<?> answer) {
		List<BatchEntry> left = new ArrayList<>();
		answer.unprocessedKeys().forEach((table, keys) -> keys.forEach((key) -> left.add(entry(table, key))));
		return left;
	}

	private static BatchEntry entry(String tableName, Map<String, ? extends @Nullable Object> key) {
		return new BatchEntry(tableName, new Attributes(WireObject.of(key)), key);
	}

	private static <T> BatchGetItemResult<T> merge(List<BatchGetAnswer<T>> answers) {
		Map<String, List<T>> items = new LinkedHashMap<>();
		List<ConsumedCapacity> capacity = new ArrayList<>();
		for (BatchGetAnswer<T> answer : answers) {
			answer.items()
				.forEach((table, found) -> items.computeIfAbsent(table, (name) -> new ArrayList<>()).addAll(found));
			capacity.addAll(answer.consumedCapacity());
		}
		return new BatchGetItemResult<>(items, capacity);
	}

	private WireObject members(String tableName) {
		return (this.tableMembers.get(tableName) instanceof WireObject present) ? present : WireObject.EMPTY;
	}

	private BatchGetItemSpec<T> with(String tableName, WireObject members) {
		return new DefaultBatchGetItemSpec<>(this.client, this.keys, this.tableMembers.with(tableName, members),
				this.request, this.type);
	}

	private <R> BatchGetItemSpec<R> as(ItemType<R> type) {
		return new DefaultBatchGetItemSpec<>(this.client, this.keys, this.tableMembers, this.request, type);
	}

}
