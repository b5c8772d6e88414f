package io.sprockets.dynamodb.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.DynamoDbClientBuilder;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.test.FaultServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server that is killed in the middle of the load, and comes back with its files. The
 * system property {@code soak.kills} says how often.
 */
class KilledServerIntegrationTests {

	private static final int KILLS = Integer.getInteger("soak.kills", 1);

	private static final int WORKERS = 16;

	private static final int CALLS_BETWEEN = 100;

	private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final SoakLedger ledger = new SoakLedger();

	@TempDir
	private Path folder;

	@Test
	void everyAcknowledgedWriteOutlivesTheServer() throws Exception {
		try (ServerProcess server = new ServerProcess(this.folder);
				StallWatch stalls = new StallWatch();
				DynamoDbClient client = builder(server).retry(FaultServer.QUICK_RETRIES)
					.maxClients(WORKERS)
					.callTimeout(CALL_TIMEOUT)
					.build();
				DynamoDbClient direct = builder(server).attemptTimeout(PATIENCE).callTimeout(PATIENCE).build()) {
			SoakTable table = new SoakTable(direct);
			SoakLoad load = new SoakLoad(WORKERS, client, table, this.ledger);
			StepVerifier.create(load.run()).then(() -> {
				awaitSuccesses(CALLS_BETWEEN);
				for (int i = 0; i < KILLS; i++) {
					server.killAndRestart();
					awaitSuccesses(CALLS_BETWEEN);
				}
				load.stop();
			}).expectComplete().verify(Duration.ofMinutes(1 + KILLS));
			load.verifyRest();
			System.out.println(KILLS + " kills: " + this.ledger);
			assertThat(this.ledger.fault()).isNull();
			assertThat(this.ledger.longest()).isLessThan(CALL_TIMEOUT.plusSeconds(1).plus(stalls.longest()));
			assertThat(table.counted()).isGreaterThanOrEqualTo(this.ledger.acknowledgedCounts());
		}
	}

	private static DynamoDbClientBuilder builder(ServerProcess server) {
		return DynamoDbClient.builder()
			.endpoint(server.endpoint())
			.region("us-east-1")
			.environment(AwsEnvironment.of(Map.of(), Map.of()));
	}

	/**
	 * Waits for as many more calls to succeed, unless a fault is found.
	 */
	private void awaitSuccesses(long more) {
		long enough = this.ledger.successes() + more;
		try {
			while (this.ledger.successes() < enough && this.ledger.fault() == null) {
				new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
