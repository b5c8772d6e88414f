package io.sprockets.dynamodb.benchmarks.workload;

import tools.jackson.databind.json.JsonMapper;

import io.sprockets.dynamodb.codec.DynamoDbCodec;
import io.sprockets.dynamodb.codec.WireObject;
import io.sprockets.dynamodb.codec.WireObject.Attributes;
import io.sprockets.dynamodb.codec.WireObject.Item;

/**
 * The requests as they are on the wire. The only place that calls the codec's writing.
 */
public final class WireRequests {

	private static final DynamoDbCodec CODEC = new DynamoDbCodec(JsonMapper.shared());

	private WireRequests() {
	}

	/**
	 * Returns the body of the workload's request.
	 */
	public static byte[] body(Workload workload) {
		return switch (workload.operation()) {
			case GET_ITEM -> write(CODEC, getItem());
			case PUT_ITEM -> write(CODEC, putItem(SampleOrder.asMap()));
			case QUERY -> write(CODEC, query(workload.items()));
		};
	}

	/**
	 * Writes a request with a codec.
	 */
	public static byte[] write(DynamoDbCodec codec, WireObject request) {
		return codec.write(request).toByteArray();
	}

	public static WireObject getItem() {
		WireObject key = WireObject.of("customerId", SampleOrder.CUSTOMER_ID).with("orderId", SampleOrder.ORDER_ID);
		return WireObject.of("TableName", "Orders").with("Key", new Attributes(key));
	}

	public static WireObject putItem(Object item) {
		return WireObject.of("TableName", "Orders").with("Item", new Item(item));
	}

	public static WireObject query(int items) {
		return WireObject.of("TableName", "Movements")
			.with("KeyConditionExpression", "account = :a")
			.with("ExpressionAttributeValues", new Attributes(WireObject.of(":a", "a-3141592653")))
			.with("Limit", items);
	}

}
