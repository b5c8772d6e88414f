package io.sprockets.dynamodb.transport;

import java.time.Duration;
import java.util.Map;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.error.ValidationException;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers that come while a large request is still being sent.
 */
class EarlyAnswerTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String ERROR = "{\"__type\":\"x#ValidationException\",\"message\":\"too much\"}";

	private static final Map<String, String> LARGE = Map.of("Pad", "x".repeat(8 << 20));

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}"));

	@AfterEach
	void close() {
		this.server.close();
	}

	@ParameterizedTest
	@EnumSource
	void errorOfAServerThatReadsTheRestIsTheCallsError(ExchangeKind kind) {
		assertIsTheCallsError(kind, FaultAnswer.status(400, ERROR).early());
	}

	@ParameterizedTest
	@EnumSource
	void errorOfAServerThatReadsNoMoreIsTheCallsErrorAndEndsTheConnection(ExchangeKind kind) {
		assertIsTheCallsError(kind, FaultAnswer.status(400, ERROR).then(FaultAnswer.deaf()).early());
	}

	@ParameterizedTest
	@EnumSource
	void errorOfAServerThatClosesALittleLaterIsTheCallsError(ExchangeKind kind) {
		assertIsTheCallsError(kind,
				FaultAnswer.status(400, ERROR, "Connection: close")
					.then(FaultAnswer.close().delayed(Duration.ofMillis(100)))
					.early());
	}

	@ParameterizedTest
	@EnumSource
	void errorOfAServerThatClosesAtOnceIsTheCallsError(ExchangeKind kind) {
		assertIsTheCallsError(kind, FaultAnswer.status(400, ERROR).thenClose().early());
	}

	private void assertIsTheCallsError(ExchangeKind kind, FaultAnswer early) {
		try (DynamoDbClient client = kind.of(this.server.clientBuilder()).maxClients(1).build()) {
			for (int i = 0; i < 5; i++) {
				this.server.script(early);
				StepVerifier.create(client.execute("BatchWriteItem", LARGE))
					.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(ValidationException.class)
						.hasMessageContaining("too much"))
					.verify(SOON);
				this.server.script(FaultAnswer.ok("{\"Item\":{\"id\":{\"S\":\"1\"}}}"));
				Mono<Object> id = client.getItem("orders").key("id", "1").one().map((item) -> item.get("id"));
				StepVerifier.create(id).expectNext("1").expectComplete().verify(SOON);
			}
		}
	}

}
