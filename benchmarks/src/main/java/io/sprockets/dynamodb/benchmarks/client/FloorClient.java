package io.sprockets.dynamodb.benchmarks.client;

import java.net.URI;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

import io.sprockets.dynamodb.benchmarks.workload.WireRequests;
import io.sprockets.dynamodb.benchmarks.workload.Workload;

/**
 * Sends the same signed bytes again and again and drops what is answered.
 */
final class FloorClient implements BenchmarkedClient {

	private static final String AUTHORIZATION = "AWS4-HMAC-SHA256 Credential=" + AwsSettings.ACCESS_KEY_ID
			+ "/20261124/us-east-1/dynamodb/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-target, "
			+ "Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7";

	private final ConnectionProvider connections = ConnectionProvider.builder("floor")
		.maxConnections(MAX_CONNECTIONS)
		.lifo()
		.build();

	private final LoopResources eventLoops = LoopResources.create("floor", 1, true);

	private final URI endpoint;

	private final HttpClient httpClient;

	FloorClient(URI endpoint) {
		this.endpoint = endpoint;
		this.httpClient = HttpClient.create(this.connections).runOn(this.eventLoops).disableRetry(true);
	}

	@Override
	public Call call(Workload workload) {
		byte[] body = WireRequests.body(workload);
		HttpClient.RequestSender sender = this.httpClient
			.headers((headers) -> addHeaders(headers, workload, body.length))
			.post()
			.uri(this.endpoint);
		return (completion) -> {
			ByteBuf bytes = Unpooled.wrappedBuffer(body);
			sender.send(Mono.just(bytes)).responseContent().then().subscribe(new CallSubscriber(completion, 0));
		};
	}

	private void addHeaders(HttpHeaders headers, Workload workload, int length) {
		headers.set("Content-Type", "application/x-amz-json-1.0");
		headers.set("X-Amz-Target", "DynamoDB_20120810." + operation(workload));
		headers.set("X-Amz-Date", "20261124T024709Z");
		headers.set("Authorization", AUTHORIZATION);
		headers.set("amz-sdk-invocation-id", "0e1b3d52-5a6c-4f3e-9d0a-2f6b8c1d7e90");
		headers.set("amz-sdk-request", "attempt=1; max=4");
		headers.set("User-Agent", "floor");
		headers.set("Content-Length", length);
	}

	private static String operation(Workload workload) {
		return switch (workload.operation()) {
			case GET_ITEM -> "GetItem";
			case PUT_ITEM -> "PutItem";
			case QUERY -> "Query";
		};
	}

	@Override
	public void close() {
		this.connections.dispose();
		this.eventLoops.dispose();
	}

}
