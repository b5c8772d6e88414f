package io.sprockets.dynamodb.benchmarks.client;

import java.net.URI;
import java.util.Map;

import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.utils.AttributeMap;

import io.sprockets.dynamodb.benchmarks.workload.SampleOrder;
import io.sprockets.dynamodb.benchmarks.workload.Workload;

/**
 * The AWS SDK's asynchronous client, with maps of attribute values.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class AwsAsyncClient implements BenchmarkedClient {

	private final SdkAsyncHttpClient httpClient;

	private final DynamoDbAsyncClient client;

	private AwsAsyncClient(URI endpoint, SdkAsyncHttpClient httpClient) {
		this.httpClient = httpClient;
		this.client = AwsSettings.apply(DynamoDbAsyncClient.builder().httpClient(httpClient), endpoint).build();
	}

	static AwsAsyncClient netty(URI endpoint) {
		return new AwsAsyncClient(endpoint, nettyHttpClient());
	}

	/**
	 * The CRT has a trust store of its own, so that it has to be told to trust all.
	 */
	static AwsAsyncClient crt(URI endpoint) {
		return new AwsAsyncClient(endpoint, AwsCrtAsyncHttpClient.builder()
			.maxConcurrency(MAX_CONNECTIONS)
			.buildWithDefaults(
					AttributeMap.builder().put(SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES, true).build()));
	}

	static SdkAsyncHttpClient nettyHttpClient() {
		return NettyNioAsyncHttpClient.builder().maxConcurrency(MAX_CONNECTIONS).build();
	}

	@Override
	public Call call(Workload workload) {
		return switch (workload.operation()) {
			case GET_ITEM -> this::getItem;
			case PUT_ITEM -> {
				Map<String, AttributeValue> item = SampleOrder.asAttributeValues();
				yield (completion) -> putItem(item, completion);
			}
			case QUERY -> (completion) -> query(workload.items(), completion);
		};
	}

	private void getItem(Completion completion) {
		this.client.getItem(AwsRequests.getItem())
			.whenComplete(
					(answer, failure) -> completion.done((answer != null && answer.hasItem()) ? 1 : 0, 1, failure));
	}

	private void putItem(Map<String, AttributeValue> item, Completion completion) {
		this.client.putItem(AwsRequests.putItem(item))
			.whenComplete((answer, failure) -> completion.done(0, 0, failure));
	}

	private void query(int items, Completion completion) {
		this.client.query(AwsRequests.query(items))
			.whenComplete(
					(answer, failure) -> completion.done((answer != null) ? answer.items().size() : 0, items, failure));
	}

	@Override
	public void close() {
		this.client.close();
		this.httpClient.close();
	}

}
