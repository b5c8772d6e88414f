package io.sprockets.dynamodb.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.error.ConnectionPoolExhaustedException;
import org.awaitility.Awaitility;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Finds out whether a pool is whole: it is if it takes exactly as many calls as it may.
 */
final class PoolProbe {

	private static final Duration SOON = Duration.ofSeconds(60);

	private static final Duration A_WHILE = Duration.ofMillis(200);

	private PoolProbe() {
	}

	/**
	 * Fills all places of connections and all that may wait for one; the next call must
	 * find none.
	 */
	static void requireWhole(StubServer server, DynamoDbClient client, int maxClients, int mayWait) {
		awaitQuiet(server);
		long before = server.requests();
		server.hold();
		Outcomes filling = new Outcomes();
		filling.begin(client, maxClients);
		Awaitility.await().atMost(SOON).until(() -> server.held() == maxClients);
		Outcomes waiting = new Outcomes();
		List<Disposable> waits = waiting.begin(client, mayWait);
		Outcomes tooMany = new Outcomes();
		tooMany.begin(client, 1);
		tooMany.await(1);
		assertThat(tooMany.failures()).hasExactlyElementsOfTypes(ConnectionPoolExhaustedException.class);
		waits.forEach(Disposable::dispose);
		server.releaseAll();
		filling.await(maxClients);
		assertThat(filling.failures()).isEmpty();
		assertThat(waiting.failures()).isEmpty();
		assertThat(server.requests()).isEqualTo(before + maxClients);
		Awaitility.await().atMost(SOON).until(() -> server.openConnections() <= maxClients);
	}

	/**
	 * Waits for requests of cancelled calls, which may have been sent all the same.
	 */
	private static void awaitQuiet(StubServer server) {
		AtomicLong before = new AtomicLong(-1);
		Awaitility.await()
			.atMost(SOON)
			.pollInterval(A_WHILE)
			.until(() -> before.getAndSet(server.requests()) == server.requests() && server.held() == 0);
	}

}
