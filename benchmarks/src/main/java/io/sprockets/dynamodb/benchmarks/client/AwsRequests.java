package io.sprockets.dynamodb.benchmarks.client;

import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import io.sprockets.dynamodb.benchmarks.workload.SampleOrder;

/**
 * The requests in the AWS SDK's types, made for each call as an application does.
 */
final class AwsRequests {

	private AwsRequests() {
	}

	static GetItemRequest getItem() {
		return GetItemRequest.builder()
			.tableName("Orders")
			.key(Map.of("customerId", AttributeValue.fromS(SampleOrder.CUSTOMER_ID), "orderId",
					AttributeValue.fromS(SampleOrder.ORDER_ID)))
			.build();
	}

	static PutItemRequest putItem(Map<String, AttributeValue> item) {
		return PutItemRequest.builder().tableName("Orders").item(item).build();
	}

	static QueryRequest query(int items) {
		return QueryRequest.builder()
			.tableName("Movements")
			.keyConditionExpression("account = :a")
			.expressionAttributeValues(Map.of(":a", AttributeValue.fromS("a-3141592653")))
			.limit(items)
			.build();
	}

}
