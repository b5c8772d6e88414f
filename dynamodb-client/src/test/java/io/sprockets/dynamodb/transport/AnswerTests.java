package io.sprockets.dynamodb.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.RawResponse;
import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.error.EmptyResponseException;
import io.sprockets.dynamodb.error.InvalidResponseException;
import io.sprockets.dynamodb.error.ResponseChecksumException;
import io.sprockets.dynamodb.error.UnreadableResponseException;
import io.sprockets.dynamodb.error.ValidationException;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AnswerTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final String ITEM = "{\"Item\":{\"id\":{\"S\":\"1\"}}}";

	private final FaultServer server = new FaultServer(FaultAnswer.ok(ITEM));

	private final DynamoDbClient client = this.server.clientBuilder().build();

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@Test
	void rightChecksumIsAccepted() {
		this.server.script(FaultAnswer.withChecksum(ITEM));
		assertItemIsRead();
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void wrongChecksumIsTriedAgain() {
		this.server.script(FaultAnswer.status(200, ITEM, "x-amz-crc32: 1"), FaultAnswer.withChecksum(ITEM));
		assertItemIsRead();
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void lastingWrongChecksumIsAnErrorWithTheBody() {
		this.server.script(FaultAnswer.status(200, ITEM, "x-amz-crc32: 1"));
		assertFails(getItem(), ResponseChecksumException.class, ITEM);
		assertThat(this.server.requests()).hasSize(4);
	}

	@Test
	void wrongChecksumOfErrorIsIgnored() {
		this.server.script(FaultAnswer.status(400, "{\"__type\":\"x#ValidationException\"}", "x-amz-crc32: 1"));
		StepVerifier.create(getItem()).expectError(ValidationException.class).verify(SOON);
		assertThat(this.server.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "none", "-1x", "99999999999999999999999" })
	void checksumThatIsNoNumberIsIgnored(String checksum) {
		this.server.script(FaultAnswer.status(200, ITEM, "x-amz-crc32: " + checksum));
		assertItemIsRead();
	}

	@Test
	void successWithoutBodyIsAnError() {
		this.server.script(FaultAnswer.ok(""));
		assertFails(getItem(), EmptyResponseException.class, "");
		assertFails(this.client.execute("GetItem", Map.of()), EmptyResponseException.class, "");
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage", "<html><body>Welcome to the hotel's network</body></html>", "[]", "\"text\"",
			"{\"Item\":{\"id\":{\"S\":", "{\"Item\":{\"id\":{\"S\":\"1\"}}} trailing", "{\"Item\":{}}{}", "\u0000",
			"null", "1" })
	void successThatIsNotDynamoDbsJsonKeepsStatusAndBody(String body) {
		this.server.script(FaultAnswer.ok(body));
		assertFails(getItem(), UnreadableResponseException.class, body);
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage", "{\"Item\":", "{} trailing" })
	void treeThatIsNotJsonKeepsStatusAndBody(String body) {
		this.server.script(FaultAnswer.ok(body));
		assertFails(this.client.execute("GetItem", Map.of()), UnreadableResponseException.class, body);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "garbage", "[]", "{\"Item\":" })
	void rawExecuteGivesSuccessAsItIs(String body) {
		this.server.script(FaultAnswer.status(200, body, "X-Extra: yes"));
		assertRaw(200, body);
	}

	@Test
	void rawExecuteGivesErrorsAsTheyAre() {
		this.server.script(FaultAnswer.status(404, "<html>nowhere</html>", "X-Extra: yes"));
		assertRaw(404, "<html>nowhere</html>");
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void rawExecuteRetriesAsUsual() {
		this.server.script(FaultAnswer.error(500, "InternalServerError"),
				FaultAnswer.status(200, "fine", "X-Extra: yes"));
		assertRaw(200, "fine");
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void rawExecuteGivesLastErrorAfterRetries() {
		this.server.script(FaultAnswer.status(500, "broken", "X-Extra: yes"));
		assertRaw(500, "broken");
		assertThat(this.server.requests()).hasSize(4);
	}

	@Test
	void redirectIsNotFollowed() {
		try (FaultServer other = new FaultServer(FaultAnswer.ok(ITEM))) {
			this.server.script(FaultAnswer.status(307, "", "Location: " + other.endpoint() + "/"));
			StepVerifier.create(getItem())
				.expectErrorSatisfies(
						(failure) -> assertThatExceptionOfType(DynamoDbServiceException.class).isThrownBy(() -> {
							throw failure;
						})
							.satisfies((error) -> assertThat(error.statusCode()).isEqualTo(307))
							.withMessageContaining("status 307"))
				.verify(SOON);
			assertThat(other.connections()).isZero();
			assertThat(this.server.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 4_095, 4_096, 65_536, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20 })
	void answerOfAnySizeIsReadWhole(int size) {
		byte[] body = new byte[size];
		new Random(size).nextBytes(body);
		this.server.script(FaultAnswer.status(200, body));
		StepVerifier.create(this.client.execute("Scan", new byte[0]))
			.assertNext((answer) -> assertThat(answer.body()).isEqualTo(body))
			.expectComplete()
			.verify(SOON);
	}

	@Test
	void answerThatIsKeptIsNotThatOfALaterCall() {
		this.server.script(FaultAnswer.ok("{\"Count\":1}"), FaultAnswer.ok("{\"Count\":2}"));
		Mono<RawResponse> call = this.client.execute("Scan", new byte[0]);
		List<RawResponse> answers = Flux.concat(call, call).collectList().block(SOON);
		assertThat(answers).extracting((answer) -> new String(answer.body(), StandardCharsets.UTF_8))
			.containsExactly("{\"Count\":1}", "{\"Count\":2}");
	}

	@Test
	void callMadeWhileAnAnswerIsDeliveredDisturbsNeither() {
		this.server.script(FaultAnswer.ok(ITEM), FaultAnswer.ok("{\"Item\":{\"id\":{\"S\":\"2\"}}}"));
		Mono<List<Object>> ids = getItem()
			.flatMap((first) -> getItem().map((second) -> List.of(first.get("id"), second.get("id"))));
		StepVerifier.create(ids).expectNext(List.of("1", "2")).expectComplete().verify(SOON);
	}

	@Test
	void answerOf20MegabytesIsReadWhole() {
		byte[] body = ("{\"Pad\":\"" + "y".repeat(20 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
		this.server.script(FaultAnswer.status(200, body));
		StepVerifier.create(this.client.execute("BatchGetItem", new byte[0]))
			.assertNext((answer) -> assertThat(answer.body()).isEqualTo(body))
			.expectComplete()
			.verify(SOON);
	}

	@Test
	void chunkedAnswerIsReadWhole() {
		this.server.script(FaultAnswer.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
				+ "8\r\n{\"Item\":\r\n13\r\n{\"id\":{\"S\":\"1\"}}}  \r\n0\r\n\r\n"));
		assertItemIsRead();
	}

	@Test
	void answerEndedByCloseIsReadWhole() {
		this.server.script(FaultAnswer.raw("HTTP/1.1 200 OK\r\n\r\n" + ITEM).thenClose());
		assertItemIsRead();
	}

	private Mono<Map<String, Object>> getItem() {
		return this.client.getItem("orders").key("id", "1").one();
	}

	private void assertItemIsRead() {
		StepVerifier.create(getItem())
			.assertNext((item) -> assertThat(item).containsEntry("id", "1"))
			.expectComplete()
			.verify(SOON);
	}

	private void assertRaw(int status, String body) {
		StepVerifier.create(this.client.execute("GetItem", new byte[0])).assertNext((answer) -> {
			assertThat(answer.status()).isEqualTo(status);
			assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo(body);
			assertThat(answer.headers()).containsKey("x-extra");
		}).expectComplete().verify(SOON);
	}

	private static void assertFails(Mono<?> call, Class<? extends InvalidResponseException> type, String body) {
		StepVerifier.create(call).expectErrorSatisfies((failure) -> {
			assertThat(failure).isInstanceOf(type);
			InvalidResponseException invalid = (InvalidResponseException) failure;
			assertThat(invalid.statusCode()).isEqualTo(200);
			assertThat(invalid.rawBody()).asString(StandardCharsets.UTF_8).isEqualTo(body);
			assertThat(invalid.headers()).containsKey("x-amzn-requestid");
			assertThat(invalid.call().attempts()).isEqualTo(4);
		}).verify(SOON);
	}

}
