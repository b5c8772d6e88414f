package io.sprockets.dynamodb.transport;

import java.time.Duration;
import java.util.Map;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Servers that take their time: each attempt has its own, after which its connection is
 * gone and the next one begins. All of them are called at once, since each takes long.
 */
class SlowServerTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final FaultAnswer WHOLE = FaultAnswer.ok(Faults.ITEM);

	@ParameterizedTest
	@EnumSource
	void lastingSlownessIsAnErrorOfTimeAndLeavesThePoolWhole(ExchangeKind kind) {
		Flux<Fault> called = Flux.fromIterable(Faults.slow())
			.flatMap((fault) -> Mono.using(() -> new SlowServer(kind, fault.answer()),
					(slow) -> slow.call()
						.then(Mono.<Throwable>error(() -> new AssertionError(fault + " was no error")))
						.onErrorResume(Mono::just)
						.doOnNext((failure) -> {
							assertThat(failure).as(fault.name())
								.isInstanceOf(fault.error())
								.hasMessageContaining(fault.words())
								.hasMessageContaining(
										"operation GetItem, table orders, endpoint " + slow.server.endpoint())
								.hasMessageContaining("attempts 4");
							slow.server.script(WHOLE);
						})
						.thenMany(Flux.range(0, 6).flatMap((i) -> slow.call(), 3))
						.doOnNext((item) -> assertThat(item).containsEntry("id", "1"))
						.count()
						.doOnNext((items) -> assertThat(items).isEqualTo(6))
						.thenReturn(fault),
					SlowServer::close));
		StepVerifier.create(called).expectNextCount(Faults.slow().size()).expectComplete().verify(SOON);
	}

	@ParameterizedTest
	@EnumSource
	void passingSlownessIsOvercomeByTheNextAttempt(ExchangeKind kind) {
		Flux<Integer> called = Flux.fromIterable(Faults.slow())
			.flatMap((fault) -> Mono.using(() -> new SlowServer(kind, fault.answer(), WHOLE),
					(slow) -> slow.call()
						.doOnNext((item) -> assertThat(item).containsEntry("text", "the whole of it"))
						.map((item) -> slow.server.requests().size()),
					SlowServer::close));
		StepVerifier.create(called.collectList())
			.assertNext((requests) -> assertThat(requests).hasSize(Faults.slow().size()).containsOnly(2))
			.expectComplete()
			.verify(SOON);
	}

	/**
	 * A server with a client of one connection.
	 */
	private static final class SlowServer {

		private final FaultServer server;

		private final DynamoDbClient client;

		SlowServer(ExchangeKind kind, FaultAnswer... script) {
			this.server = new FaultServer(WHOLE);
			this.client = kind.of(this.server.clientBuilder())
				.maxClients(1)
				.pendingAcquireMaxCount(10)
				.acquireTimeout(SOON)
				.attemptTimeout(Faults.SHORT)
				.build();
			// The first call of all takes longer than some faults may
			call().block(SOON);
			this.server.requests().clear();
			this.server.script(script);
		}

		Mono<Map<String, Object>> call() {
			return this.client.getItem("orders").key("id", "1").one();
		}

		void close() {
			this.client.close();
			this.server.close();
		}

	}

}
