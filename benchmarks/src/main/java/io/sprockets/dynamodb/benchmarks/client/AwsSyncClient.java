package io.sprockets.dynamodb.benchmarks.client;

import java.net.URI;
import java.util.Map;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import io.sprockets.dynamodb.benchmarks.workload.SampleOrder;
import io.sprockets.dynamodb.benchmarks.workload.Workload;

/**
 * The AWS SDK's blocking client, with maps of attribute values.
 */
final class AwsSyncClient implements BenchmarkedClient {

	private final SdkHttpClient httpClient = Apache5HttpClient.builder().maxConnections(MAX_CONNECTIONS).build();

	private final DynamoDbClient client;

	AwsSyncClient(URI endpoint) {
		this.client = AwsSettings.apply(DynamoDbClient.builder().httpClient(this.httpClient), endpoint).build();
	}

	@Override
	public Call call(Workload workload) {
		Map<String, AttributeValue> item = SampleOrder.asAttributeValues();
		return (completion) -> completion.done(call(workload, item), workload.items(), null);
	}

	private int call(Workload workload, Map<String, AttributeValue> item) {
		return switch (workload.operation()) {
			case GET_ITEM -> this.client.getItem(AwsRequests.getItem()).hasItem() ? 1 : 0;
			case PUT_ITEM -> {
				this.client.putItem(AwsRequests.putItem(item));
				yield 0;
			}
			case QUERY -> this.client.query(AwsRequests.query(workload.items())).items().size();
		};
	}

	@Override
	public boolean isBlocking() {
		return true;
	}

	@Override
	public void close() {
		this.client.close();
		this.httpClient.close();
	}

}
