package io.sprockets.dynamodb.benchmarks.client;

import java.net.URI;

import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.reactivestreams.Publisher;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.DynamoDbClientBuilder;
import io.sprockets.dynamodb.benchmarks.workload.Movement;
import io.sprockets.dynamodb.benchmarks.workload.Order;
import io.sprockets.dynamodb.benchmarks.workload.SampleOrder;
import io.sprockets.dynamodb.benchmarks.workload.Workload;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;

/**
 * This project's client as an application has it: retries, timeouts and timers on.
 */
final class OurClient implements BenchmarkedClient {

	private final DynamoDbClient client;

	private final boolean records;

	private OurClient(DynamoDbClient client, boolean records) {
		this.client = client;
		this.records = records;
	}

	static OurClient maps(URI endpoint) {
		return new OurClient(builder(endpoint).observationRegistry(timers()).build(), false);
	}

	static OurClient mapsWithoutMetrics(URI endpoint) {
		return new OurClient(builder(endpoint).build(), false);
	}

	static OurClient records(URI endpoint) {
		return new OurClient(builder(endpoint).observationRegistry(timers()).build(), true);
	}

	@Override
	public Call call(Workload workload) {
		Object item = this.records ? SampleOrder.asRecord() : SampleOrder.asMap();
		return (completion) -> publisher(workload, item).subscribe(new CallSubscriber(completion, workload.items()));
	}

	private Publisher<?> publisher(Workload workload, Object item) {
		return switch (workload.operation()) {
			case GET_ITEM -> getItem();
			case PUT_ITEM -> this.client.putItem("Orders").item(item).execute();
			case QUERY -> query(workload.items());
		};
	}

	private Publisher<?> getItem() {
		var call = this.client.getItem("Orders")
			.key("customerId", SampleOrder.CUSTOMER_ID)
			.key("orderId", SampleOrder.ORDER_ID);
		return this.records ? call.as(Order.class).one() : call.one();
	}

	private Publisher<?> query(int items) {
		var call = this.client.query("Movements").keyCondition("account = :a").value(":a", "a-3141592653").limit(items);
		return this.records ? call.as(Movement.class).all() : call.all();
	}

	@Override
	public void close() {
		this.client.close();
	}

	private static DynamoDbClientBuilder builder(URI endpoint) {
		return DynamoDbClient.builder()
			.region("us-east-1")
			.endpoint(endpoint)
			.credentialsProvider(AwsCredentialsProvider
				.of(AwsCredentials.of(AwsSettings.ACCESS_KEY_ID, AwsSettings.SECRET_ACCESS_KEY)))
			.maxClients(MAX_CONNECTIONS);
	}

	private static ObservationRegistry timers() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(new SimpleMeterRegistry()));
		return registry;
	}

}
