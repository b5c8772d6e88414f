package io.sprockets.dynamodb.transport;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.AwsCredentialsProvider;
import io.sprockets.dynamodb.error.AttemptTimeoutException;
import io.sprockets.dynamodb.error.ConnectionClosedException;
import io.sprockets.dynamodb.error.ConnectionFailedException;
import io.sprockets.dynamodb.error.DynamoDbTransportException;
import io.sprockets.dynamodb.error.UnreadableResponseException;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class TransportFailureTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}"));

	private final DynamoDbClient client = this.server.clientBuilder().build();

	private final DynamoDbClient impatient = this.server.clientBuilder().attemptTimeout(Duration.ofMillis(300)).build();

	@AfterEach
	void close() {
		this.client.close();
		this.impatient.close();
		this.server.close();
	}

	@Test
	void refusedConnectionFailsAfterRetries() throws IOException {
		URI nobody;
		try (ServerSocket socket = new ServerSocket(0)) {
			nobody = URI.create("http://localhost:" + socket.getLocalPort());
		}
		assertConnectionFails(nobody);
	}

	@Test
	void tlsToServerWithoutTlsFails() {
		this.server.greeting(FaultAnswer.raw("HTTP/1.1 400 Bad Request\r\n\r\n"));
		assertConnectionFails(URI.create(this.server.endpoint().toString().replace("http:", "https:")));
	}

	@Test
	void closedConnectionFailsAfterRetries() {
		this.server.script(FaultAnswer.close());
		assertFails(ConnectionClosedException.class);
	}

	@Test
	void resetConnectionFailsAfterRetries() {
		this.server.script(FaultAnswer.reset());
		assertFails(ConnectionClosedException.class);
	}

	@Test
	void answerCutWithinItsHeadersFailsAfterRetries() {
		this.server.script(FaultAnswer.closeWithinHeaders());
		assertFails(ConnectionClosedException.class);
	}

	@Test
	void answerCutWithinItsBodyFailsAfterRetries() {
		this.server.script(FaultAnswer.closeWithinBody());
		assertFails(ConnectionClosedException.class);
	}

	@Test
	void chunkedAnswerCutShortFailsAfterRetries() {
		this.server
			.script(FaultAnswer.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n").thenClose());
		assertFails(ConnectionClosedException.class);
	}

	@Test
	void silenceFailsByAttemptTimeoutAfterRetries() {
		this.server.script(FaultAnswer.silence());
		assertThat(assertFails(this.impatient, AttemptTimeoutException.class, this.server.endpoint()))
			.hasMessageContaining("dynamodb.attempt-timeout of 300 ms");
	}

	@Test
	void drippingAnswerIsCutByAttemptTimeout() {
		this.server.script(FaultAnswer.drip(Duration.ofMillis(10)));
		assertFails(this.impatient, AttemptTimeoutException.class, this.server.endpoint());
	}

	@ParameterizedTest
	@ValueSource(strings = { "SSH-2.0-OpenSSH_9.6\r\n\r\n", "\u0015\u0003\u0001\u0000\u0002\u0002\u0046\r\n\r\n",
			"HTTP/1.1 two hundred\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}",
			"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n" })
	void answerThatIsNotHttpIsUnreadable(String bytes) {
		this.server.script(FaultAnswer.raw(bytes));
		assertFails(UnreadableResponseException.class);
	}

	@Test
	void headersBeyondMeasureAreUnreadable() {
		this.server.script(FaultAnswer.status(200, "{}", "X-Long: " + "x".repeat(100_000)));
		assertFails(UnreadableResponseException.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 99, 999 })
	void statusOutsideOfHttpIsTyped(int status) {
		this.server.script(FaultAnswer.status(status, "{}"));
		StepVerifier.create(getItem(this.client))
			.expectErrorSatisfies((failure) -> assertThat(failure.getClass().getPackageName())
				.isEqualTo("io.sprockets.dynamodb.error"))
			.verify(SOON);
	}

	@Test
	void successAfterFailuresOnTheWayIsSuccess() {
		this.server.script(FaultAnswer.reset(), FaultAnswer.closeWithinBody(), FaultAnswer.close(),
				FaultAnswer.ok("{}"));
		StepVerifier.create(getItem(this.client)).expectComplete().verify(SOON);
		assertThat(this.server.requests()).hasSize(4);
	}

	@Test
	void connectionClosedWhileIdleIsReplaced() {
		this.server.script(FaultAnswer.ok("{}").thenClose());
		for (int i = 0; i < 5; i++) {
			StepVerifier.create(getItem(this.client)).expectComplete().verify(SOON);
		}
	}

	@Test
	void failedExchangesLeaveNoConnectionOpen() {
		this.server.script(FaultAnswer.silence());
		assertFails(this.impatient, AttemptTimeoutException.class, this.server.endpoint());
		Awaitility.await().atMost(SOON).until(() -> this.server.openConnections() == 0);
	}

	@Test
	void noSecretIsInMessagesOfTheWholeChain() {
		AwsCredentials credentials = AwsCredentials.of("AKIDLEAK", "secret-to-keep", "token-to-keep");
		this.server.script(FaultAnswer.reset());
		try (DynamoDbClient client = this.server.clientBuilder()
			.credentialsProvider(AwsCredentialsProvider.of(credentials))
			.build()) {
			StepVerifier.create(getItem(client)).expectErrorSatisfies((failure) -> {
				for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
					assertThat(cause.toString()).doesNotContain("secret-to-keep", "token-to-keep", "Signature=");
					assertThat(cause).isNotInstanceOf(WebClientRequestException.class);
				}
			}).verify(SOON);
		}
		String authorization = this.server.requests().get(0).header("Authorization");
		assertThat(authorization).contains("Signature=");
	}

	private DynamoDbTransportException assertConnectionFails(URI endpoint) {
		try (DynamoDbClient client = this.server.clientBuilder().endpoint(endpoint).build()) {
			return assertFails(client, ConnectionFailedException.class, endpoint);
		}
	}

	private DynamoDbTransportException assertFails(Class<? extends DynamoDbTransportException> type) {
		DynamoDbTransportException failure = assertFails(this.client, type, this.server.endpoint());
		assertThat(this.server.requests()).hasSize(4);
		return failure;
	}

	private static DynamoDbTransportException assertFails(DynamoDbClient client,
			Class<? extends DynamoDbTransportException> type, URI endpoint) {
		DynamoDbTransportException[] signalled = new DynamoDbTransportException[1];
		StepVerifier.create(getItem(client)).expectErrorSatisfies((failure) -> {
			assertThat(failure).isInstanceOf(type);
			assertThat(failure).hasMessageContaining("operation GetItem")
				.hasMessageContaining("table orders")
				.hasMessageContaining("endpoint " + endpoint)
				.hasMessageContaining("attempts 4");
			signalled[0] = (DynamoDbTransportException) failure;
			assertThat(signalled[0].call().attempts()).isEqualTo(4);
		}).verify(SOON);
		return signalled[0];
	}

	private static Mono<Map<String, Object>> getItem(DynamoDbClient client) {
		return client.getItem("orders").key("id", "1").one();
	}

}
