package io.sprockets.dynamodb.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.test.HeapWatch;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Very many calls with the pool as it is by default. The system property
 * {@code load.calls} says how many.
 */
class ManyCallsTests {

	private static final int CALLS = Integer.getInteger("load.calls", 100_000);

	/** As many as Reactor's flatMap has under way by default. */
	private static final int IN_FLIGHT = 256;

	private static final int MEASUREMENTS = 10;

	private static final String ITEM = "{\"Item\":{\"pk\":{\"S\":\"customer-1\"},\"sk\":{\"N\":\"12\"},\"text\":{\"S\":\""
			+ "x".repeat(300)
			+ "\"},\"tags\":{\"SS\":[\"a\",\"b\"]},\"lines\":{\"L\":[{\"M\":{\"price\":{\"N\":\"4.20\"}}}]}}}";

	@Test
	void callsThroughFlatMapNeverFailAndRunInFlatMemory() {
		HeapWatch heap = new HeapWatch();
		AtomicLong done = new AtomicLong();
		// A machine that stands still for a second is no subject of this test
		try (StubServer server = new StubServer(ITEM);
				DynamoDbClient client = server.clientBuilder().acquireTimeout(Duration.ofSeconds(30)).build()) {
			long began = System.nanoTime();
			StepVerifier.create(Flux.range(0, CALLS)
				.flatMap((i) -> client.getItem("Orders").key(Map.of("pk", "customer-1", "sk", i)).one(), IN_FLIGHT)
				.doOnNext((item) -> {
					if (done.incrementAndGet() % (CALLS / MEASUREMENTS) == 0) {
						heap.measure();
					}
				})
				.count()).expectNext((long) CALLS).expectComplete().verify(Duration.ofMinutes(1 + CALLS / 50_000));
			System.out.printf("load: %,d calls in %.1f s, %s%n", CALLS, (System.nanoTime() - began) / 1e9, heap);
			assertThat(server.mostOpenConnections()).isEqualTo(100);
			assertThat(server.requests()).isEqualTo(CALLS);
			heap.requireFlat();
		}
	}

}
