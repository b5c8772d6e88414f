package io.sprockets.dynamodb.benchmarks.client;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbAsyncTable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

import io.sprockets.dynamodb.benchmarks.workload.MovementBean;
import io.sprockets.dynamodb.benchmarks.workload.OrderBean;
import io.sprockets.dynamodb.benchmarks.workload.SampleOrder;
import io.sprockets.dynamodb.benchmarks.workload.Workload;

/**
 * The AWS SDK's enhanced asynchronous client, with annotated beans.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class AwsEnhancedClient implements BenchmarkedClient {

	private final SdkAsyncHttpClient httpClient = AwsAsyncClient.nettyHttpClient();

	private final DynamoDbAsyncClient client;

	private final DynamoDbAsyncTable<OrderBean> orders;

	private final DynamoDbAsyncTable<MovementBean> movements;

	AwsEnhancedClient(URI endpoint) {
		this.client = AwsSettings.apply(DynamoDbAsyncClient.builder().httpClient(this.httpClient), endpoint).build();
		DynamoDbEnhancedAsyncClient enhanced = DynamoDbEnhancedAsyncClient.builder()
			.dynamoDbClient(this.client)
			.build();
		this.orders = enhanced.table("Orders", TableSchema.fromBean(OrderBean.class));
		this.movements = enhanced.table("Movements", TableSchema.fromBean(MovementBean.class));
	}

	@Override
	public Call call(Workload workload) {
		return switch (workload.operation()) {
			case GET_ITEM -> this::getItem;
			case PUT_ITEM -> {
				OrderBean item = SampleOrder.asBean();
				yield (completion) -> putItem(item, completion);
			}
			case QUERY -> (completion) -> query(workload.items(), completion);
		};
	}

	private void getItem(Completion completion) {
		Key key = Key.builder().partitionValue(SampleOrder.CUSTOMER_ID).sortValue(SampleOrder.ORDER_ID).build();
		this.orders.getItem(key).whenComplete((item, failure) -> completion.done((item != null) ? 1 : 0, 1, failure));
	}

	private void putItem(OrderBean item, Completion completion) {
		this.orders.putItem(item).whenComplete((nothing, failure) -> completion.done(0, 0, failure));
	}

	private void query(int items, Completion completion) {
		QueryConditional condition = QueryConditional.keyEqualTo(Key.builder().partitionValue("a-3141592653").build());
		AtomicInteger count = new AtomicInteger();
		this.movements.query(QueryEnhancedRequest.builder().queryConditional(condition).limit(items).build())
			.subscribe((page) -> count.addAndGet(page.items().size()))
			.whenComplete((nothing, failure) -> completion.done(count.get(), items, failure));
	}

	@Override
	public void close() {
		this.client.close();
		this.httpClient.close();
	}

}
