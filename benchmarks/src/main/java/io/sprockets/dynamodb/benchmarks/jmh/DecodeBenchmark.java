package io.sprockets.dynamodb.benchmarks.jmh;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

import io.sprockets.dynamodb.benchmarks.stub.StubDocuments;
import io.sprockets.dynamodb.benchmarks.workload.Movement;
import io.sprockets.dynamodb.benchmarks.workload.Order;
import io.sprockets.dynamodb.codec.AnswerReader;
import io.sprockets.dynamodb.codec.DynamoDbCodec;
import io.sprockets.dynamodb.codec.ItemAnswer;
import io.sprockets.dynamodb.codec.PageAnswer;

/**
 * From bytes to maps and records.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecodeBenchmark {

	private final DynamoDbCodec codec = new DynamoDbCodec(JsonMapper.shared());

	private final AnswerReader<ItemAnswer<Map<String, @Nullable Object>>> itemToMap = this.codec
		.itemAnswers(this.codec.plainItems());

	private final AnswerReader<ItemAnswer<Order>> itemToRecord = this.codec
		.itemAnswers(this.codec.<Order>items(Order.class));

	private final AnswerReader<PageAnswer<Map<String, @Nullable Object>>> pageToMaps = this.codec
		.pageAnswers(this.codec.plainItems());

	private final AnswerReader<PageAnswer<Movement>> pageToRecords = this.codec
		.pageAnswers(this.codec.<Movement>items(Movement.class));

	private final byte[] item = StubDocuments.item().getBytes(StandardCharsets.UTF_8);

	private final byte[] page = StubDocuments.page(100).getBytes(StandardCharsets.UTF_8);

	@Benchmark
	public @Nullable Object itemToMap() {
		return read(this.itemToMap, this.item);
	}

	@Benchmark
	public @Nullable Object itemToRecord() {
		return read(this.itemToRecord, this.item);
	}

	@Benchmark
	public @Nullable Object pageOf100ToMaps() {
		return read(this.pageToMaps, this.page);
	}

	@Benchmark
	public @Nullable Object pageOf100ToRecords() {
		return read(this.pageToRecords, this.page);
	}

	/**
	 * Reads an answer, the only place that does.
	 */
	private static <T> @Nullable T read(AnswerReader<T> reader, byte[] body) {
		return reader.read(body);
	}

}
