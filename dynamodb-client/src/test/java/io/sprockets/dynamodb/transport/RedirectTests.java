package io.sprockets.dynamodb.transport;

import java.time.Duration;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Redirects are not followed: no signature goes anywhere else.
 */
class RedirectTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}"));

	private final FaultServer elsewhere = new FaultServer(FaultAnswer.ok("{}"));

	@AfterEach
	void close() {
		this.server.close();
		this.elsewhere.close();
	}

	@ParameterizedTest
	@CsvSource({ "301,FUNCTIONAL", "302,FUNCTIONAL", "303,FUNCTIONAL", "307,FUNCTIONAL", "308,FUNCTIONAL", "301,FLUENT",
			"302,FLUENT", "303,FLUENT", "307,FLUENT", "308,FLUENT" })
	void isAnErrorThatNamesTheProperty(int status, ExchangeKind kind) {
		this.server
			.script(FaultAnswer.status(status, "<html>moved</html>", "Location: " + this.elsewhere.endpoint() + "/"));
		try (DynamoDbClient client = kind.of(this.server.clientBuilder()).build()) {
			StepVerifier.create(client.getItem("orders").key("id", "1").one()).expectErrorSatisfies((failure) -> {
				assertThat(failure).isInstanceOf(DynamoDbServiceException.class)
					.hasMessageContaining("sends elsewhere, which is not followed; check dynamodb.endpoint")
					.hasMessageContaining("status " + status)
					.hasMessageContaining("request id REQUEST-1")
					.hasMessageContaining("attempts 1");
				assertThat(((DynamoDbServiceException) failure).rawBody()).asString().isEqualTo("<html>moved</html>");
			}).verify(SOON);
		}
		assertThat(this.server.requests()).hasSize(1);
		assertThat(this.elsewhere.connections()).isZero();
	}

}
