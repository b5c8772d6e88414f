package io.sprockets.dynamodb.benchmarks.startup;

import java.util.Locale;
import java.util.Map;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.util.Assert;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.benchmarks.workload.SampleOrder;

/**
 * Gets an item when the application is ready, and prints how many milliseconds that took.
 */
final class FirstCall implements ApplicationListener<ApplicationReadyEvent> {

	static final String MARK = "FIRST_CALL ";

	private final DynamoDbClient client;

	private final DynamoDbAsyncClient awsClient;

	private final Client first;

	FirstCall(DynamoDbClient client, DynamoDbAsyncClient awsClient, Client first) {
		this.client = client;
		this.awsClient = awsClient;
		this.first = first;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		long start = System.nanoTime();
		Map<String, ?> item = switch (this.first) {
			case OURS -> ofOurs();
			case AWS -> ofAws();
		};
		long nanos = System.nanoTime() - start;
		Assert.state(item != null && !item.isEmpty(), "No item came");
		System.out.println(MARK + String.format(Locale.ROOT, "%.3f", nanos / 1e6));
	}

	private Map<String, ?> ofOurs() {
		return this.client.getItem("Orders")
			.key("customerId", SampleOrder.CUSTOMER_ID)
			.key("orderId", SampleOrder.ORDER_ID)
			.one()
			.blockOptional()
			.orElseThrow();
	}

	private Map<String, ?> ofAws() {
		return this.awsClient.getItem((request) -> request.tableName("Orders")
			.key(Map.of("customerId", AttributeValue.fromS(SampleOrder.CUSTOMER_ID), "orderId",
					AttributeValue.fromS(SampleOrder.ORDER_ID))))
			.join()
			.item();
	}

	/**
	 * Whose call comes first.
	 */
	enum Client {

		OURS, AWS

	}

}
