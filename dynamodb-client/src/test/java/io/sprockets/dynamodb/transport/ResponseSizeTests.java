package io.sprockets.dynamodb.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.error.ResponseTooLargeException;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import io.sprockets.dynamodb.test.HttpBytes;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class ResponseSizeTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final int MEGABYTE = 1 << 20;

	private final AtomicLong sent = new AtomicLong();

	private final FaultServer server = new FaultServer(FaultAnswer.ok("{}"));

	@AfterEach
	void close() {
		this.server.close();
	}

	@ParameterizedTest
	@EnumSource
	void largestAnswerOfDynamoDbIsRead(ExchangeKind kind) {
		String text = "x".repeat(16 * MEGABYTE);
		this.server.script(FaultAnswer.ok("{\"Item\":{\"text\":{\"S\":\"" + text + "\"}}}"));
		try (DynamoDbClient client = kind.of(this.server.clientBuilder()).attemptTimeout(SOON).build()) {
			StepVerifier.create(client.getItem("orders").key("id", "1").one())
				.assertNext((item) -> assertThat(((String) item.get("text")).length()).isEqualTo(text.length()))
				.expectComplete()
				.verify(SOON);
		}
	}

	@ParameterizedTest
	@EnumSource
	void announcedTooLargeIsRefusedBeforeItIsRead(ExchangeKind kind) {
		this.server.script(flood(HttpBytes.head(200, "Content-Length: " + (64 * MEGABYTE + 1)), ""));
		try (DynamoDbClient client = kind.of(this.server.clientBuilder()).build()) {
			assertTooLarge(client, 64 * MEGABYTE);
			assertThat(this.sent.get()).isLessThan(16L * MEGABYTE);
		}
	}

	@ParameterizedTest
	@EnumSource
	void announcedBeyondAnyArrayIsRefused(ExchangeKind kind) {
		this.server.script(flood(HttpBytes.head(200, "Content-Length: 9000000000000000000"), ""));
		try (DynamoDbClient client = kind.of(this.server.clientBuilder()).build()) {
			assertTooLarge(client, 64 * MEGABYTE);
		}
	}

	@ParameterizedTest
	@EnumSource
	void chunksWithoutEndAreRefusedAtTheLimit(ExchangeKind kind) {
		this.server.script(flood(HttpBytes.head(200, "Transfer-Encoding: chunked"), "10000\r\n"));
		try (DynamoDbClient client = kind.of(this.server.clientBuilder()).maxResponseSize(2 * MEGABYTE).build()) {
			assertTooLarge(client, 2 * MEGABYTE);
			assertThat(this.sent.get()).isLessThan(24L * MEGABYTE);
		}
	}

	@ParameterizedTest
	@EnumSource
	void bodyWithoutAnnouncedEndIsRefusedAtTheLimit(ExchangeKind kind) {
		this.server.script(flood(HttpBytes.head(200), ""));
		try (DynamoDbClient client = kind.of(this.server.clientBuilder()).maxResponseSize(2 * MEGABYTE).build()) {
			assertTooLarge(client, 2 * MEGABYTE);
		}
	}

	@ParameterizedTest
	@EnumSource
	void gzipThatUnpacksToMoreIsRefused(ExchangeKind kind) {
		byte[] bomb = HttpBytes.gzip(new byte[100 * MEGABYTE]);
		this.server.script(FaultAnswer.status(200, bomb, "Content-Encoding: gzip", HttpBytes.checksum(bomb)));
		try (DynamoDbClient client = kind.of(this.server.clientBuilder()).build()) {
			assertTooLarge(client, 64 * MEGABYTE);
		}
	}

	@ParameterizedTest
	@EnumSource
	void errorInGzipThatUnpacksToMoreKeepsItsStatus(ExchangeKind kind) {
		this.server.script(FaultAnswer.status(400, HttpBytes.gzip(new byte[4 * MEGABYTE]), "Content-Encoding: gzip"));
		try (DynamoDbClient client = kind.of(this.server.clientBuilder()).maxResponseSize(MEGABYTE).build()) {
			StepVerifier.create(getItem(client))
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(DynamoDbServiceException.class)
					.hasMessageContaining("status 400"))
				.verify(SOON);
		}
	}

	@ParameterizedTest
	@EnumSource
	void answerOfTheLimitIsReadAndOfOneByteMoreIsNot(ExchangeKind kind) {
		byte[] body = "{\"Item\":{\"id\":{\"S\":\"1\"}}}".getBytes(StandardCharsets.UTF_8);
		byte[] padded = Arrays.copyOf(body, 3_000);
		Arrays.fill(padded, body.length, padded.length, (byte) ' ');
		try (DynamoDbClient exact = kind.of(this.server.clientBuilder()).maxResponseSize(3_000).build();
				DynamoDbClient less = kind.of(this.server.clientBuilder()).maxResponseSize(2_999).build()) {
			for (FaultAnswer answer : new FaultAnswer[] { FaultAnswer.status(200, padded),
					FaultAnswer.raw(HttpBytes.head(200) + new String(padded, StandardCharsets.UTF_8)).thenClose(),
					FaultAnswer.status(200, HttpBytes.gzip(padded), "Content-Encoding: gzip") }) {
				this.server.script(answer);
				StepVerifier.create(getItem(exact)).expectNextCount(1).expectComplete().verify(SOON);
				assertTooLarge(less, 2_999);
			}
		}
	}

	private void assertTooLarge(DynamoDbClient client, int limit) {
		int before = this.server.requests().size();
		StepVerifier.create(getItem(client)).expectErrorSatisfies((failure) -> {
			assertThat(failure).isInstanceOf(ResponseTooLargeException.class)
				.hasMessageContaining("dynamodb.max-response-size of " + limit + " bytes")
				.hasMessageContaining("status 200, request id REQUEST-1")
				.hasMessageContaining("operation GetItem")
				.hasMessageContaining("attempts 1");
			assertThat(((ResponseTooLargeException) failure).requestId()).isEqualTo("REQUEST-1");
		}).verify(SOON);
		assertThat(this.server.requests()).hasSize(before + 1);
		FaultAnswer whole = FaultAnswer.ok("{}");
		this.server.script(whole);
		StepVerifier.create(getItem(client)).expectComplete().verify(SOON);
		Awaitility.await().pollDelay(Duration.ZERO).atMost(SOON).until(() -> this.server.openConnections() <= 2);
	}

	private static Mono<?> getItem(DynamoDbClient client) {
		return client.getItem("orders").key("id", "1").one();
	}

	/**
	 * Sends a head, and then pieces of 64 KB until the client closes the connection.
	 */
	private FaultAnswer flood(String head, String beforeEach) {
		byte[] before = beforeEach.getBytes(StandardCharsets.US_ASCII);
		byte[] piece = new byte[1 << 16];
		Arrays.fill(piece, (byte) ' ');
		byte[] after = (before.length > 0) ? new byte[] { '\r', '\n' } : new byte[0];
		return (connection) -> {
			OutputStream out = connection.getOutputStream();
			out.write(head.getBytes(StandardCharsets.US_ASCII));
			flood(out, before, piece, after);
		};
	}

	private void flood(OutputStream out, byte[] before, byte[] piece, byte[] after) throws IOException {
		while (true) {
			out.write(before);
			out.write(piece);
			out.write(after);
			this.sent.addAndGet(piece.length);
		}
	}

}
