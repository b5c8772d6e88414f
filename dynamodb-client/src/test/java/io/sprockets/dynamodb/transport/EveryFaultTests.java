package io.sprockets.dynamodb.transport;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.error.DynamoDbException;
import io.sprockets.dynamodb.retry.RetrySettings;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import io.sprockets.dynamodb.test.HttpBytes;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Walks over all faults that show at once, in both kinds of exchange. All of them meet
 * the same client of each kind, whose pool has to outlive them.
 */
class EveryFaultTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final int MAX_CLIENTS = 2;

	private static final FaultAnswer WHOLE = FaultAnswer.status(200, Faults.ITEM, HttpBytes.checksum(Faults.ITEM));

	/** Of which no fault uses up the quota that the next one needs. */
	private static final RetrySettings WITHOUT_COST = new RetrySettings(4, Duration.ofMillis(1), Duration.ofMillis(1),
			Duration.ofMillis(5), 500, 0, 0);

	private static final FaultServer SERVER = new FaultServer(WHOLE);

	private static final Map<ExchangeKind, DynamoDbClient> CLIENTS = clients();

	private static Map<ExchangeKind, DynamoDbClient> clients() {
		Map<ExchangeKind, DynamoDbClient> clients = new EnumMap<>(ExchangeKind.class);
		for (ExchangeKind kind : ExchangeKind.values()) {
			clients.put(kind,
					kind.of(SERVER.clientBuilder())
						.maxClients(MAX_CLIENTS)
						.acquireTimeout(SOON)
						.attemptTimeout(SOON)
						.retry(WITHOUT_COST)
						.build());
		}
		return clients;
	}

	@AfterAll
	static void close() {
		CLIENTS.values().forEach(DynamoDbClient::close);
		SERVER.close();
	}

	static Stream<Arguments> faults() {
		return kinds(Faults.all());
	}

	static Stream<Arguments> passingFaults() {
		return kinds(Faults.all().filter(Fault::isRetried));
	}

	private static Stream<Arguments> kinds(Stream<Fault> faults) {
		return faults.flatMap((fault) -> Stream.of(ExchangeKind.values()).map((kind) -> arguments(fault, kind)));
	}

	@ParameterizedTest(name = "{0} ({1})")
	@MethodSource("faults")
	void becomesAnErrorThatSaysWhatHappenedAndLeavesThePoolWhole(Fault fault, ExchangeKind kind) {
		DynamoDbClient client = CLIENTS.get(kind);
		int before = SERVER.requests().size();
		SERVER.script(fault.answer());
		StepVerifier.create(getItem(client)).expectErrorSatisfies((failure) -> {
			assertThat(failure).isInstanceOf(DynamoDbException.class)
				.isInstanceOf(fault.error())
				.hasMessageContaining(fault.words())
				.hasMessageContaining("operation GetItem")
				.hasMessageContaining("table orders")
				.hasMessageContaining("endpoint " + SERVER.endpoint())
				.hasMessageContaining("attempts " + fault.attempts());
			assertNoSecretIn(failure);
		}).verify(SOON);
		assertThat(SERVER.requests()).hasSize(before + fault.attempts());
		assertWholeAgain(client);
	}

	@ParameterizedTest(name = "{0} ({1})")
	@MethodSource("passingFaults")
	void isOvercomeByTheNextAttempt(Fault fault, ExchangeKind kind) {
		int before = SERVER.requests().size();
		SERVER.script(fault.answer(), WHOLE);
		assertItemIsWhole(CLIENTS.get(kind));
		assertThat(SERVER.requests()).hasSize(before + 2);
	}

	private static void assertWholeAgain(DynamoDbClient client) {
		SERVER.script(WHOLE);
		Flux<Map<String, Object>> items = Flux.range(0, 10).flatMap((i) -> getItem(client), 4);
		StepVerifier.create(items.collectList())
			.assertNext((all) -> assertThat(all).hasSize(10)
				.allSatisfy((item) -> assertThat(item).containsEntry("text", "the whole of it")))
			.expectComplete()
			.verify(SOON);
		int all = MAX_CLIENTS * CLIENTS.size();
		Awaitility.await().pollDelay(Duration.ZERO).atMost(SOON).until(() -> SERVER.openConnections() <= all);
	}

	private static void assertItemIsWhole(DynamoDbClient client) {
		StepVerifier.create(getItem(client))
			.expectNext(Map.of("id", "1", "text", "the whole of it"))
			.expectComplete()
			.verify(SOON);
	}

	private static void assertNoSecretIn(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			assertThat(cause.toString()).doesNotContain(FaultServer.CREDENTIALS.accessKeyId(), "Signature=");
			assertThat(cause.getClass().getName()).doesNotContain("WebClientRequestException");
			for (Throwable suppressed : cause.getSuppressed()) {
				assertNoSecretIn(suppressed);
			}
		}
	}

	private static Mono<Map<String, Object>> getItem(DynamoDbClient client) {
		return client.getItem("orders").key("id", "1").one();
	}

}
