package io.sprockets.dynamodb.soak;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.test.FaultServer;
import io.sprockets.dynamodb.test.HeapWatch;
import io.sprockets.dynamodb.test.TestDynamoDb;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All faults at once, under load, on the way to a real server. The system property
 * {@code soak.duration} says for how long, {@code soak.faults} what share of the requests
 * meets one.
 */
class SoakIntegrationTests {

	private static final Duration DURATION = Duration.parse(System.getProperty("soak.duration", "PT15S"));

	private static final double FAULTS = Double.parseDouble(System.getProperty("soak.faults", "0.1"));

	private static final int WORKERS = Integer.getInteger("soak.workers", 24);

	private static final int MAX_CLIENTS = Integer.getInteger("soak.clients", 16);

	private static final Duration CALL_TIMEOUT = Duration.ofSeconds(4);

	private final SoakLedger ledger = new SoakLedger();

	@Test
	void whatIsAcknowledgedIsThereAndWhatIsReadIsWhole() throws Exception {
		try (FaultProxy proxy = new FaultProxy(TestDynamoDb.endpoint());
				DynamoDbClient client = client(proxy);
				StallWatch stalls = new StallWatch();
				DynamoDbClient direct = TestDynamoDb.clientBuilder()
					.attemptTimeout(Duration.ofMinutes(1))
					.callTimeout(Duration.ofMinutes(1))
					.acquireTimeout(Duration.ofMinutes(1))
					.build()) {
			SoakTable table = new SoakTable(direct);
			SoakLoad load = new SoakLoad(WORKERS, client, table, this.ledger);
			table.warmUp();
			proxy.faults(FAULTS);
			HeapWatch heap = new HeapWatch();
			StepVerifier.create(load.run())
				.then(() -> heap.measureAt(DURATION.dividedBy(4)))
				.then(() -> heap.measureAt(DURATION))
				.then(load::stop)
				.expectComplete()
				.verify(DURATION.plus(CALL_TIMEOUT).plusSeconds(60));
			proxy.faults(0);
			assertWholeAgain(proxy, client, table);
			load.verifyRest();
			System.out.println("soak of " + DURATION + ": " + this.ledger + "; " + describe(proxy) + "; " + heap
					+ ", longest stall " + stalls.longest().toMillis() + " ms");
			assertThat(this.ledger.fault()).isNull();
			assertThat(this.ledger.longest()).isLessThan(CALL_TIMEOUT.plusSeconds(1).plus(stalls.longest()));
			assertThat(table.counted()).isEqualTo(proxy.additions())
				.isGreaterThanOrEqualTo(this.ledger.acknowledgedCounts());
			heap.requireFlat();
			direct.deleteTable(table.name()).block();
		}
	}

	private static DynamoDbClient client(FaultProxy proxy) {
		return DynamoDbClient.builder()
			.endpoint(proxy.endpoint())
			.region("us-east-1")
			.environment(AwsEnvironment.of(Map.of(), Map.of()))
			.retry(FaultServer.QUICK_RETRIES)
			.maxClients(MAX_CLIENTS)
			.attemptTimeout(Duration.ofMillis(1_500))
			.acquireTimeout(CALL_TIMEOUT)
			.callTimeout(CALL_TIMEOUT)
			.build();
	}

	/**
	 * Requires that no call runs, and that the pool takes as many as before.
	 */
	private void assertWholeAgain(FaultProxy proxy, DynamoDbClient client, SoakTable table) {
		assertThat(this.ledger.running()).isZero();
		Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> proxy.requestsInFlight() == 0);
		StepVerifier
			.create(Flux.range(0, 20 * MAX_CLIENTS)
				.flatMap((i) -> client.getItem(table.name()).key("pk", "none").key("sk", i).one(), MAX_CLIENTS)
				.then())
			.expectComplete()
			.verify(Duration.ofSeconds(60));
		assertThat(proxy.openConnections()).isLessThanOrEqualTo(MAX_CLIENTS);
	}

	private static String describe(FaultProxy proxy) {
		return proxy.requests() + " requests, at most " + proxy.mostOpenConnections() + " connections, faults "
				+ Arrays.stream(Fault.values())
					.map((fault) -> fault + " " + proxy.count(fault))
					.collect(Collectors.joining(", "));
	}

}
