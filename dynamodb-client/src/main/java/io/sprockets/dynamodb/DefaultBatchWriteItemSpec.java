package io.sprockets.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.codec.BatchWriteAnswer;
import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.codec.WireObject.Attributes;
import io.sprockets.dynamodb.codec.WireObject.Item;
import io.sprockets.dynamodb.model.ConsumedCapacity;
import io.sprockets.dynamodb.model.ItemCollectionMetrics;
import io.sprockets.dynamodb.model.ReturnConsumedCapacity;
import io.sprockets.dynamodb.model.ReturnItemCollectionMetrics;
import io.sprockets.dynamodb.model.WriteRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@link BatchWriteItemSpec} as requests of up to 25 writes, one after the other, so that
 * a later write of the same item stays the later one.
 */
final class DefaultBatchWriteItemSpec implements BatchWriteItemSpec {

	/** The service's limit. */
	private static final int MAX_WRITES = 25;

	private final ClientOperations client;

	private final List<BatchEntry> writes;

	private final WireObject request;

	DefaultBatchWriteItemSpec(ClientOperations client, List<BatchEntry> writes, WireObject request) {
		this.client = client;
		this.writes = writes;
		this.request = request;
	}

	@Override
	public BatchWriteItemSpec put(String tableName, Object item) {
		return plus(tableName, List.of(put(item)));
	}

	@Override
	public BatchWriteItemSpec put(String tableName, Collection<?> items) {
		return plus(tableName, items.stream().map(DefaultBatchWriteItemSpec::put).toList());
	}

	@Override
	public BatchWriteItemSpec delete(String tableName, Map<String, ? extends @Nullable Object> key) {
		return plus(tableName, List.of(delete(key)));
	}

	@Override
	public BatchWriteItemSpec delete(String tableName,
			Collection<? extends Map<String, ? extends @Nullable Object>> keys) {
		return plus(tableName, keys.stream().map(DefaultBatchWriteItemSpec::delete).toList());
	}

	@Override
	public BatchWriteItemSpec returnConsumedCapacity(ReturnConsumedCapacity detail) {
		return with("ReturnConsumedCapacity", detail);
	}

	@Override
	public BatchWriteItemSpec returnItemCollectionMetrics(ReturnItemCollectionMetrics metrics) {
		return with("ReturnItemCollectionMetrics", metrics);
	}

	@Override
	public Mono<Void> execute() {
		return answers().then();
	}

	@Override
	public Mono<BatchWriteItemResult> result() {
		return answers().collectList().map(DefaultBatchWriteItemSpec::merge);
	}

	private Flux<BatchWriteAnswer> answers() {
		return Flux.fromIterable(BatchEntry.chunks(this.writes, MAX_WRITES)).concatMap(this::writeChunk, 1);
	}

	/**
	 * Writes a chunk and what the service left of it.
	 */
	private Flux<BatchWriteAnswer> writeChunk(List<BatchEntry> chunk) {
		return new LeftoverRounds<>("BatchWriteItem", this::send, DefaultBatchWriteItemSpec::leftovers).run(chunk);
	}

	private Mono<BatchWriteAnswer> send(List<BatchEntry> chunk) {
		Map<String, List<Object>> entries = BatchEntry.byTable(chunk);
		WireObject tables = WireObject.EMPTY;
		for (Map.Entry<String, List<Object>> table : entries.entrySet()) {
			tables = tables.with(table.getKey(), table.getValue());
		}
		return this.client.call("BatchWriteItem", entries.keySet(), this.request.with("RequestItems", tables),
				this.client.codec().batchWriteAnswers());
	}

	private static List<BatchEntry> leftovers(BatchWriteAnswer answer) {
		List<BatchEntry> left = new ArrayList<>();
		answer.unprocessedItems()
			.forEach(
					(table, writes) -> writes.forEach((write) -> left.add(new BatchEntry(table, again(write), write))));
		return left;
	}

	private static WireObject again(WriteRequest write) {
		return (write.item() != null) ? put(write.item()) : delete((write.key() != null) ? write.key() : Map.of());
	}

	private static WireObject put(Object item) {
		return WireObject.of("PutRequest", WireObject.of("Item", new Item(item)));
	}

	private static WireObject delete(Map<String, ? extends @Nullable Object> key) {
		return WireObject.of("DeleteRequest", WireObject.of("Key", new Attributes(WireObject.of(key))));
	}

	private static BatchWriteItemResult merge(List<BatchWriteAnswer> answers) {
		Map<String, List<ItemCollectionMetrics>> metrics = new LinkedHashMap<>();
		List<ConsumedCapacity> capacity = new ArrayList<>();
		for (BatchWriteAnswer answer : answers) {
			answer.itemCollectionMetrics()
				.forEach((table, sizes) -> metrics.computeIfAbsent(table, (name) -> new ArrayList<>()).addAll(sizes));
			capacity.addAll(answer.consumedCapacity());
		}
		return new BatchWriteItemResult(capacity, metrics);
	}

	private BatchWriteItemSpec plus(String tableName, List<WireObject> added) {
		List<BatchEntry> more = new ArrayList<>(this.writes);
		added.forEach((write) -> more.add(new BatchEntry(tableName, write, write)));
		return new DefaultBatchWriteItemSpec(this.client, List.copyOf(more), this.request);
	}

	private BatchWriteItemSpec with(String member, Object value) {
		return new DefaultBatchWriteItemSpec(this.client, this.writes, this.request.with(member, value));
	}

}
