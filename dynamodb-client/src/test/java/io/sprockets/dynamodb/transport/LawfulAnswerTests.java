package io.sprockets.dynamodb.transport;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.error.ValidationException;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.FaultServer;
import io.sprockets.dynamodb.test.HttpBytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Answers that look odd and are right: read, at the first attempt.
 */
class LawfulAnswerTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String ITEM = Faults.ITEM;

	private static final Map<String, Object> READ = Map.of("id", "1", "text", "the whole of it");

	private static FaultServer server;

	@BeforeAll
	static void start() {
		server = new FaultServer(FaultAnswer.ok(ITEM));
	}

	@AfterAll
	static void close() {
		server.close();
	}

	static Stream<Arguments> answers() {
		String length = "Content-Length: " + ITEM.length();
		String chunked = HttpBytes.head(200, "Transfer-Encoding: chunked");
		String whole = HttpBytes.answer(200, ITEM);
		byte[] packed = HttpBytes.gzip(ITEM);
		String gzip = "Content-Encoding: gzip";
		return Stream
			.of(kept("after 100", FaultAnswer.raw("HTTP/1.1 100 Continue\r\n\r\n" + whole)),
					kept("after 100 a little earlier",
							FaultAnswer.raw("HTTP/1.1 100 Continue\r\n\r\n")
								.then(FaultAnswer.raw(whole).delayed(Duration.ofMillis(10)))),
					kept("after 102, 103 and 103", FaultAnswer.raw("HTTP/1.1 102 Processing\r\n\r\n"
							+ "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\nContent-Length: 7\r\n\r\n".repeat(2) + whole)),
					kept("after 103, with an error's name among its headers",
							FaultAnswer
								.raw("HTTP/1.1 103 Hints\r\nx-amzn-ErrorType: ValidationException\r\n\r\n" + whole)),
					kept("after empty lines", FaultAnswer.raw("\r\n\r\n" + whole)),
					kept("without a reason", FaultAnswer.raw(whole.replace("200 Status", "200"))), kept(
							"with headers in odd case",
							FaultAnswer
								.raw("HTTP/1.1 200 OK\r\ncONTENT-lENGTH:  " + ITEM.length() + " \r\n\r\n" + ITEM)),
					kept("with status 201", FaultAnswer.status(201, ITEM)),
					kept("in chunks", FaultAnswer.raw(chunked + HttpBytes.chunks(ITEM, 7) + "0\r\n\r\n")),
					kept("in one chunk with an extension",
							FaultAnswer.raw(chunked + Integer.toHexString(ITEM.length()) + ";a=b\r\n" + ITEM
									+ "\r\n0\r\n\r\n")),
					kept("in chunks with trailers",
							FaultAnswer
								.raw(chunked + HttpBytes.chunks(ITEM, 9) + "0\r\nX-A: 1\r\nx-amz-crc32: 1\r\n\r\n")),
					kept("of HTTP/1.0 that is kept alive",
							FaultAnswer.raw(HttpBytes.answer(200, ITEM, "Connection: keep-alive")
								.replace("HTTP/1.1", "HTTP/1.0"))),
					kept("byte by byte", FaultAnswer.dripped(whole, Duration.ofMillis(0))),
					kept("with its checksum", FaultAnswer.status(200, ITEM, HttpBytes.checksum(ITEM))),
					kept("with a checksum that is no number", FaultAnswer.status(200, ITEM, "x-amz-crc32: none")),
					kept("with an empty checksum", FaultAnswer.status(200, ITEM, "x-amz-crc32:")),
					kept("with a byte order mark",
							FaultAnswer.raw(HttpBytes.head(200, "Content-Length: " + (ITEM.length() + 3))
									+ "\u00ef\u00bb\u00bf" + ITEM)),
					kept("with white space around", FaultAnswer.ok(" \r\n\t" + ITEM + "\n ")),
					kept("with unknown members", FaultAnswer.ok("{\"A\":[{\"b\":null}]," + ITEM.substring(1))),
					kept("with duplicate members",
							FaultAnswer.ok("{\"Item\":{\"id\":{\"S\":\"0\"}}," + ITEM.substring(1))),
					kept("in gzip", FaultAnswer.status(200, packed, gzip)),
					kept("in gzip with the checksum of the packed bytes",
							FaultAnswer.status(200, packed, gzip, HttpBytes.checksum(packed))),
					kept("in x-gzip, in odd case", FaultAnswer.status(200, packed, "content-encoding:  X-GZip ")),
					kept("in gzip in two members", FaultAnswer.status(200,
							join(HttpBytes.gzip(ITEM.substring(0, 20)), HttpBytes.gzip(ITEM.substring(20))), gzip)),
					kept("in identity", FaultAnswer.status(200, ITEM, "Content-Encoding: identity")),
					kept("with an empty encoding", FaultAnswer.status(200, ITEM, "Content-Encoding:")),
					ended("ended by the connection", FaultAnswer.raw(HttpBytes.head(200) + ITEM).thenClose()),
					ended("of HTTP/1.0, ended by the connection",
							FaultAnswer.raw("HTTP/1.0 200 OK\r\n\r\n" + ITEM).thenClose()),
					ended("ended by the connection, with its checksum",
							FaultAnswer.raw(HttpBytes.head(200, HttpBytes.checksum(ITEM)) + ITEM).thenClose()),
					ended("whole before FIN", FaultAnswer.raw(whole).thenClose()),
					ended("whole before RST", FaultAnswer.raw(whole).thenReset()))
			.flatMap((row) -> Stream.of(ExchangeKind.values()).map((kind) -> arguments(row, kind)));
	}

	private static Lawful kept(String name, FaultAnswer answer) {
		return new Lawful(name, answer, true);
	}

	private static Lawful ended(String name, FaultAnswer answer) {
		return new Lawful(name, answer, false);
	}

	private static byte[] join(byte[] first, byte[] second) {
		byte[] joined = java.util.Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, joined, first.length, second.length);
		return joined;
	}

	@ParameterizedTest(name = "{0} ({1})")
	@MethodSource("answers")
	void isReadAtTheFirstAttempt(Lawful answer, ExchangeKind kind) {
		int requests = server.requests().size();
		int connections = server.connections();
		server.script(answer.answer());
		try (DynamoDbClient client = kind.of(server.clientBuilder()).maxClients(1).build()) {
			for (int i = 0; i < 3; i++) {
				StepVerifier.create(client.getItem("orders").key("id", "1").one())
					.expectNext(READ)
					.expectComplete()
					.verify(SOON);
				if (!answer.keptAlive()) {
					org.awaitility.Awaitility.await()
						.pollDelay(Duration.ZERO)
						.pollInterval(Duration.ofMillis(5))
						.atMost(SOON)
						.until(() -> server.openConnections() == 0);
				}
			}
		}
		assertThat(server.requests()).hasSize(requests + 3);
		assertThat(server.connections()).isEqualTo(connections + (answer.keptAlive() ? 1 : 3));
	}

	private record Lawful(String name, FaultAnswer answer, boolean keptAlive) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
