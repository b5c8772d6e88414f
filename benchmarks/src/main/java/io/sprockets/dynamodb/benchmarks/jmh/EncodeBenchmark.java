package io.sprockets.dynamodb.benchmarks.jmh;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

import io.sprockets.dynamodb.benchmarks.workload.Order;
import io.sprockets.dynamodb.benchmarks.workload.SampleOrder;
import io.sprockets.dynamodb.benchmarks.workload.WireRequests;
import io.sprockets.dynamodb.codec.DynamoDbCodec;

/**
 * From request to bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EncodeBenchmark {

	private final DynamoDbCodec codec = new DynamoDbCodec(JsonMapper.shared());

	private final Map<String, Object> map = SampleOrder.asMap();

	private final Order order = SampleOrder.asRecord();

	@Benchmark
	public Object getItem() {
		return WireRequests.write(this.codec, WireRequests.getItem());
	}

	@Benchmark
	public Object putItemOfMap() {
		return WireRequests.write(this.codec, WireRequests.putItem(this.map));
	}

	@Benchmark
	public Object putItemOfRecord() {
		return WireRequests.write(this.codec, WireRequests.putItem(this.order));
	}

}
