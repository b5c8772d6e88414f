package io.sprockets.dynamodb.benchmarks;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sprockets.dynamodb.benchmarks.client.BenchmarkedClient;
import io.sprockets.dynamodb.benchmarks.client.ClientKind;
import io.sprockets.dynamodb.benchmarks.client.Completion;
import io.sprockets.dynamodb.benchmarks.process.StubProcess;
import io.sprockets.dynamodb.benchmarks.workload.Workload;

/**
 * Every client gets its answers from the server that stands in for DynamoDB.
 */
class EveryClientIntegrationTests {

	private static StubProcess stub;

	@BeforeAll
	static void start() throws Exception {
		stub = StubProcess.start(null);
	}

	@AfterAll
	static void stop() throws Exception {
		stub.close();
	}

	@ParameterizedTest
	@EnumSource
	void callsSucceed(ClientKind kind) throws Exception {
		try (BenchmarkedClient client = kind.create(URI.create("http://127.0.0.1:" + stub.httpPort()))) {
			call(client, Workload.GET_ITEM);
			call(client, Workload.PUT_ITEM);
			call(client, Workload.query(1));
			call(client, Workload.query(1000));
		}
	}

	private static void call(BenchmarkedClient client, Workload workload) throws Exception {
		CompletableFuture<Void> done = new CompletableFuture<>();
		client.call(workload).start(new Completion() {

			@Override
			public void succeeded() {
				done.complete(null);
			}

			@Override
			public void failed(Throwable failure) {
				done.completeExceptionally(failure);
			}

		});
		done.get(20, TimeUnit.SECONDS);
	}

}
