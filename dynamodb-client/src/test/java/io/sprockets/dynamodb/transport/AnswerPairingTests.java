package io.sprockets.dynamodb.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.error.ValidationException;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import io.sprockets.dynamodb.test.HttpBytes;
import io.sprockets.dynamodb.test.ReceivedRequest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The right answer to the right call, whatever comes after answers and instead of
 * silence.
 */
class AnswerPairingTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final Duration LESS_THAN_AN_ATTEMPT = Duration.ofSeconds(4);

	private static final String LIE = HttpBytes.answer(200, item("a lie"));

	private static final Pattern KEY = Pattern.compile("\"id\":\\{\"S\":\"(\\w+)\"}");

	private final FaultServer server = new FaultServer(answer((whole) -> whole));

	@AfterEach
	void close() {
		this.server.close();
	}

	@ParameterizedTest
	@EnumSource
	void secondAnswerEndsTheConnection(ExchangeKind kind) {
		this.server.script(answer((whole) -> whole + LIE));
		assertEachCallHasItsAnswer(kind, 200);
		assertThat(this.server.connections()).isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource
	void secondAnswerALittleLaterEndsTheIdleConnection(ExchangeKind kind) {
		this.server.script(FaultAnswer.to((request) -> FaultAnswer.ok(item(key(request)))
			.then(FaultAnswer.raw(LIE).delayed(Duration.ofMillis(20)))
			.then(FaultAnswer.silence())));
		try (DynamoDbClient client = kind.of(this.server.clientBuilder()).maxClients(1).build()) {
			for (int i = 1; i <= 5; i++) {
				int calls = i;
				StepVerifier.create(get(client, i)).expectNext("k" + i).expectComplete().verify(SOON);
				Awaitility.await()
					.atMost(SOON)
					.until(() -> this.server.connections() == calls && this.server.openConnections() == 0);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void beginningOfASecondAnswerEndsTheConnection(ExchangeKind kind) {
		this.server.script(answer((whole) -> whole + "HTTP/1.1 200 OK\r\nContent-Le"));
		assertEachCallHasItsAnswer(kind, 100);
	}

	@ParameterizedTest
	@EnumSource
	void errorAfterTheAnswerIsNotThatOfAnotherCall(ExchangeKind kind) {
		this.server.script(answer((whole) -> whole + HttpBytes.answer(400, "{\"__type\":\"x#ValidationException\"}")));
		assertEachCallHasItsAnswer(kind, 100);
	}

	@ParameterizedTest
	@EnumSource
	void hintsAfterTheAnswerDoNoHarm(ExchangeKind kind) {
		this.server.script(answer((whole) -> whole + "HTTP/1.1 103 Early Hints\r\n\r\n"));
		assertEachCallHasItsAnswer(kind, 100);
	}

	@ParameterizedTest
	@EnumSource
	void moreBodyThanAnnouncedIsNotTheBeginningOfAnotherAnswer(ExchangeKind kind) {
		this.server.script(answer((whole) -> whole + " and more"));
		assertEachCallHasItsAnswer(kind, 100);
	}

	@ParameterizedTest
	@EnumSource
	void connectionNotKeptAliveAsPromisedCostsNoCall(ExchangeKind kind) {
		this.server.script(FaultAnswer
			.to((request) -> FaultAnswer.status(200, item(key(request)), "Connection: keep-alive").thenClose()));
		assertEachCallHasItsAnswer(kind, 200);
	}

	@ParameterizedTest
	@EnumSource
	void connectionResetAfterItsAnswerCostsNoCall(ExchangeKind kind) {
		this.server.script(FaultAnswer.to((request) -> FaultAnswer.ok(item(key(request))).thenReset()));
		assertEachCallHasItsAnswer(kind, 200);
	}

	/**
	 * Keeps the event loop from reading the reset before the next request is written,
	 * while more calls wait for the connection than may be retried.
	 */
	@ParameterizedTest
	@EnumSource
	void connectionThatCannotBeWrittenToIsNotUsedAgain(ExchangeKind kind) {
		this.server.script(FaultAnswer.ok(item("k0")).then(FaultAnswer.reset()), answer((whole) -> whole));
		try (DynamoDbClient client = kind.of(this.server.clientBuilder())
			.maxClients(1)
			.pendingAcquireMaxCount(100)
			.acquireTimeout(SOON)
			.build()) {
			Flux<String> waiting = Flux.range(1, 60).flatMap((i) -> get(client, i), 60);
			StepVerifier.create(get(client, 0).doOnNext((id) -> awaitReset()).thenMany(waiting))
				.expectNextCount(60)
				.expectComplete()
				.verify(SOON);
		}
		assertThat(this.server.requests()).hasSize(61);
	}

	@ParameterizedTest
	@EnumSource
	void largeRequestThatCannotBeWrittenIsSentOnAnotherConnection(ExchangeKind kind) {
		this.server.script(FaultAnswer.ok(item("k0")).then(FaultAnswer.reset()), FaultAnswer.ok("{}"));
		try (DynamoDbClient client = kind.of(this.server.clientBuilder()).maxClients(1).acquireTimeout(SOON).build()) {
			Mono<String> put = client.putItem("orders")
				.item(Map.of("id", "k1", "text", "x".repeat(300_000)))
				.execute()
				.thenReturn("put");
			StepVerifier.create(get(client, 0).doOnNext((id) -> awaitReset()).thenMany(put.repeat(2)))
				.expectNextCount(3)
				.expectComplete()
				.verify(LESS_THAN_AN_ATTEMPT);
		}
		assertThat(this.server.requests()).hasSize(4);
	}

	private void awaitReset() {
		long deadline = System.nanoTime() + SOON.toNanos();
		while (this.server.openConnections() > 0 && System.nanoTime() < deadline) {
			Thread.onSpinWait();
		}
	}

	@ParameterizedTest
	@EnumSource
	void connectionClosedWhenItsNextRequestComesCostsNoCall(ExchangeKind kind) {
		FaultAnswer good = answer((whole) -> whole);
		FaultAnswer[] alternating = IntStream.range(0, 100)
			.mapToObj((i) -> (i % 2 == 0) ? good : FaultAnswer.close())
			.toArray(FaultAnswer[]::new);
		this.server.script(alternating);
		try (DynamoDbClient client = kind.of(this.server.clientBuilder()).maxClients(1).build()) {
			for (int i = 0; i < 50; i++) {
				StepVerifier.create(get(client, i)).expectNext("k" + i).expectComplete().verify(SOON);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void answerOfHttp10EndsTheConnection(ExchangeKind kind) {
		this.server.script(answer((whole) -> whole.replace("HTTP/1.1", "HTTP/1.0")));
		assertEachCallHasItsAnswer(kind, 50);
		assertThat(this.server.connections()).isEqualTo(50);
	}

	@ParameterizedTest
	@EnumSource
	void answerThatSaysCloseEndsTheConnection(ExchangeKind kind) {
		this.server
			.script(FaultAnswer.to((request) -> FaultAnswer.status(200, item(key(request)), "Connection: close")));
		assertEachCallHasItsAnswer(kind, 50);
		assertThat(this.server.connections()).isEqualTo(50);
	}

	/**
	 * Makes calls at once, more than there are connections, so that some wait for each
	 * that becomes free.
	 */
	private void assertEachCallHasItsAnswer(ExchangeKind kind, int calls) {
		try (DynamoDbClient client = kind.of(this.server.clientBuilder())
			.maxClients(2)
			.pendingAcquireMaxCount(100)
			.acquireTimeout(SOON)
			.build()) {
			Flux<String> wrong = Flux.range(0, calls)
				.flatMap((i) -> get(client, i).filter((id) -> !id.equals("k" + i)), 16);
			StepVerifier.create(wrong.collectList()).expectNext(List.of()).expectComplete().verify(SOON);
		}
	}

	private static Mono<String> get(DynamoDbClient client, int number) {
		return client.getItem("orders").key("id", "k" + number).one().map((item) -> (String) item.get("id"));
	}

	/**
	 * Answers each request with the key it asks for.
	 */
	private static FaultAnswer answer(UnaryOperator<String> bytes) {
		return FaultAnswer.to((request) -> FaultAnswer.raw(bytes.apply(HttpBytes.answer(200, item(key(request))))));
	}

	private static String item(String id) {
		return "{\"Item\":{\"id\":{\"S\":\"" + id + "\"}}}";
	}

	private static String key(ReceivedRequest request) {
		Matcher matcher = KEY.matcher(new String(request.body(), StandardCharsets.UTF_8));
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

}
