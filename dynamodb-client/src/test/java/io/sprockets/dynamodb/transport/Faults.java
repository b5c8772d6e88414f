package io.sprockets.dynamodb.transport;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.sprockets.dynamodb.error.AttemptTimeoutException;
import io.sprockets.dynamodb.error.ConnectionClosedException;
import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.error.EmptyResponseException;
import io.sprockets.dynamodb.error.ResponseChecksumException;
import io.sprockets.dynamodb.error.ThrottlingException;
import io.sprockets.dynamodb.error.UnreadableResponseException;
import io.sprockets.dynamodb.test.FaultAnswer;
import io.sprockets.dynamodb.test.HttpBytes;

/**
 * The faults of servers that one answer shows.
 */
final class Faults {

	/** The item of these tests, as the service answers it. */
	static final String ITEM = "{\"Item\":{\"id\":{\"S\":\"1\"},\"text\":{\"S\":\"the whole of it\"}}}";

	/** The attempt timeout of the faults that only time ends. */
	static final Duration SHORT = Duration.ofMillis(600);

	private static final Duration DRIP = Duration.ofMillis(50);

	private static final String CLOSED = "closed before a whole answer";

	private static final String REQUEST_ID = "request id REQUEST-1";

	private Faults() {
	}

	/**
	 * Returns all that show at once, which are all but the slow ones.
	 */
	static Stream<Fault> all() {
		return Stream.of(brokenOff(), damaged(), failing(), malformed(), notDynamoDb()).flatMap(List::stream);
	}

	/**
	 * Connections that end too early, by FIN and by RST.
	 */
	static List<Fault> brokenOff() {
		String wholeButTooShort = HttpBytes.head(200, "Content-Length: 200") + ITEM;
		String cutBody = HttpBytes.head(200, "Content-Length: " + ITEM.length()) + ITEM.substring(0, 30);
		String chunked = HttpBytes.head(200, "Transfer-Encoding: chunked");
		return Stream.of(brokenOff("before the answer", "", ""), brokenOff("within the status line", "HTTP/1.1 20", ""),
				brokenOff("within the headers", "HTTP/1.1 200 OK\r\nContent-Le", ""),
				brokenOff("within the headers, between two", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n", ""),
				brokenOff("after the headers", HttpBytes.head(200, "Content-Length: 50"), REQUEST_ID),
				brokenOff("within the body", cutBody, REQUEST_ID),
				brokenOff("after whole JSON, before the announced end", wholeButTooShort, REQUEST_ID),
				brokenOff("before the first chunk", chunked, REQUEST_ID),
				brokenOff("within a chunk", chunked + "40\r\n{\"Item\":", REQUEST_ID),
				brokenOff("between chunks", chunked + HttpBytes.chunks(ITEM.substring(0, 30), 10), REQUEST_ID),
				brokenOff("after whole JSON, before the last chunk", chunked + HttpBytes.chunks(ITEM, 16), REQUEST_ID),
				brokenOff("within the last chunk", chunked + HttpBytes.chunks(ITEM, 16) + "0\r\n", REQUEST_ID),
				brokenOff("within the trailers", chunked + HttpBytes.chunks(ITEM, 16) + "0\r\nX-Check: 1\r\n",
						REQUEST_ID),
				brokenOff("within the headers of an error", "HTTP/1.1 500 Oh\r\nContent-Length: 10", ""),
				brokenOff("within the body of an error",
						HttpBytes.head(400, "Content-Length: 500") + "{\"__type\":\"x#ValidationException\"}",
						REQUEST_ID),
				List.of(Fault.retried("RST in a body that ends with the connection",
						FaultAnswer.raw(HttpBytes.head(200) + ITEM).thenReset(), ConnectionClosedException.class,
						CLOSED)))
			.flatMap(List::stream)
			.toList();
	}

	private static List<Fault> brokenOff(String where, String bytes, String words) {
		return List.of(
				Fault.retried("FIN " + where, FaultAnswer.raw(bytes).thenClose(), ConnectionClosedException.class,
						words),
				Fault.retried("RST " + where, FaultAnswer.raw(bytes).thenReset(), ConnectionClosedException.class,
						CLOSED));
	}

	/**
	 * Answers that do not come in time.
	 */
	static List<Fault> slow() {
		String words = "dynamodb.attempt-timeout of " + SHORT.toMillis() + " ms";
		return List.of(Fault.retried("silence", FaultAnswer.silence(), AttemptTimeoutException.class, words),
				Fault.retried("silence after the headers",
						FaultAnswer.raw(HttpBytes.head(200, "Content-Length: 50")).then(FaultAnswer.silence()),
						AttemptTimeoutException.class, words),
				Fault.retried("silence after whole JSON that does not end",
						FaultAnswer.raw(HttpBytes.head(200) + ITEM).then(FaultAnswer.silence()),
						AttemptTimeoutException.class, words),
				Fault.retried("silence before the last chunk",
						FaultAnswer.raw(HttpBytes.head(200, "Transfer-Encoding: chunked") + HttpBytes.chunks(ITEM, 16))
							.then(FaultAnswer.silence()),
						AttemptTimeoutException.class, words),
				Fault.retried("headers that drip", FaultAnswer.dripped(HttpBytes.answer(200, ITEM), DRIP),
						AttemptTimeoutException.class, words),
				Fault.retried("headers without end",
						FaultAnswer.raw("HTTP/1.1 200 OK\r\n")
							.then(FaultAnswer.dripped("X-More: 1\r\n".repeat(100), DRIP)),
						AttemptTimeoutException.class, words),
				Fault.retried("body that drips",
						FaultAnswer.raw(HttpBytes.head(200, "Content-Length: " + ITEM.length()))
							.then(FaultAnswer.dripped(ITEM, DRIP)),
						AttemptTimeoutException.class, words),
				Fault.retried("100 Continue without end",
						FaultAnswer.dripped("HTTP/1.1 100 Continue\r\n\r\n".repeat(100), Duration.ofMillis(2)),
						AttemptTimeoutException.class, words));
	}

	/**
	 * Bodies that are not what was sent.
	 */
	static List<Fault> damaged() {
		byte[] packed = HttpBytes.gzip(ITEM);
		byte[] corrupt = packed.clone();
		corrupt[packed.length / 2] ^= 0x55;
		byte[] wrongEnd = packed.clone();
		wrongEnd[packed.length - 6] ^= 0x55;
		String gzip = "Content-Encoding: gzip";
		return List.of(
				Fault.retried("truncated JSON of the right length", FaultAnswer.ok(ITEM.substring(0, 40)),
						UnreadableResponseException.class, REQUEST_ID),
				Fault.retried("wrong checksum", FaultAnswer.status(200, ITEM, "x-amz-crc32: 1"),
						ResponseChecksumException.class, REQUEST_ID),
				Fault.retried("checksum of the whole over a truncated body",
						FaultAnswer.status(200, ITEM.substring(0, 40), HttpBytes.checksum(ITEM)),
						ResponseChecksumException.class, REQUEST_ID),
				Fault.retried("body that ends with the connection, cut short",
						FaultAnswer.raw(HttpBytes.head(200, HttpBytes.checksum(ITEM)) + ITEM.substring(0, 40))
							.thenClose(),
						ResponseChecksumException.class, REQUEST_ID),
				Fault.retried("gzip with the checksum of the unpacked bytes",
						FaultAnswer.status(200, packed, gzip, HttpBytes.checksum(ITEM)),
						ResponseChecksumException.class, REQUEST_ID),
				Fault.retried("gzip cut short",
						FaultAnswer.status(200, Arrays.copyOf(packed, packed.length - 12), gzip),
						UnreadableResponseException.class, "gzip is damaged"),
				Fault.retried("gzip cut within its header", FaultAnswer.status(200, Arrays.copyOf(packed, 5), gzip),
						UnreadableResponseException.class, "gzip is damaged"),
				Fault.retried("corrupt gzip", FaultAnswer.status(200, corrupt, gzip), UnreadableResponseException.class,
						"gzip is damaged"),
				Fault.retried("gzip with a wrong checksum of its own", FaultAnswer.status(200, wrongEnd, gzip),
						UnreadableResponseException.class, "gzip is damaged"),
				Fault.retried("gzip that is none", FaultAnswer.status(200, ITEM, gzip),
						UnreadableResponseException.class, "gzip is damaged"),
				Fault.retried("gzip of truncated JSON",
						FaultAnswer.status(200, HttpBytes.gzip(ITEM.substring(0, 40)), gzip),
						UnreadableResponseException.class, REQUEST_ID),
				Fault.retried("gzip that is not said to be", FaultAnswer.status(200, packed),
						UnreadableResponseException.class, REQUEST_ID),
				Fault.retried("brotli", FaultAnswer.status(200, "\u0001\u0002", "Content-Encoding: br"),
						UnreadableResponseException.class, "Content-Encoding br"),
				Fault.retried("deflate", FaultAnswer.status(200, "\u0001\u0002", "Content-Encoding: deflate"),
						UnreadableResponseException.class, "Content-Encoding deflate"),
				Fault.retried("packed twice", FaultAnswer.status(200, packed, "Content-Encoding: gzip, br"),
						UnreadableResponseException.class, "Content-Encoding gzip, br"));
	}

	/**
	 * Errors that are answered.
	 */
	static List<Fault> failing() {
		Stream<Fault> errors = Stream.of(500, 502, 503, 504)
			.flatMap((status) -> Stream
				.of("{\"__type\":\"x#InternalServerError\",\"message\":\"oh\"}", "{", "[]",
						"<html><body>busy</body></html>", "")
				.map((body) -> Fault.retried(status + " " + body, FaultAnswer.status(status, body),
						DynamoDbServiceException.class, "status " + status + ", " + REQUEST_ID)));
		Stream<Fault> others = Stream.of(
				Fault.retried("429 without a body", FaultAnswer.status(429, ""), ThrottlingException.class,
						"status 429"),
				Fault.retried("500 in gzip that is cut",
						FaultAnswer.status(500, Arrays.copyOf(HttpBytes.gzip("{}"), 12), "Content-Encoding: gzip"),
						DynamoDbServiceException.class, "status 500"),
				Fault.retried("503 in an unknown encoding", FaultAnswer.status(503, "?", "Content-Encoding: br"),
						DynamoDbServiceException.class, "status 503"),
				Fault.lasting("301", FaultAnswer.status(301, "", "Location: http://localhost:1/"),
						DynamoDbServiceException.class, "dynamodb.endpoint"),
				Fault.lasting("302 with HTML", FaultAnswer.status(302, "<html/>", "Location: http://localhost:1/"),
						DynamoDbServiceException.class, "dynamodb.endpoint"),
				Fault.lasting("304", FaultAnswer.status(304, ""), DynamoDbServiceException.class, "status 304"),
				Fault.lasting("307 without a place", FaultAnswer.status(307, ""), DynamoDbServiceException.class,
						"dynamodb.endpoint"),
				Fault.lasting("404 with HTML", FaultAnswer.status(404, "<html/>"), DynamoDbServiceException.class,
						"status 404"),
				Fault.lasting("status 999", FaultAnswer.status(999, "{}"), DynamoDbServiceException.class,
						"status 999"));
		return Stream.concat(errors, others).toList();
	}

	/**
	 * What is not HTTP/1.1, or breaks its rules.
	 */
	static List<Fault> malformed() {
		String chunked = HttpBytes.head(200, "Transfer-Encoding: chunked");
		return List.of(notHttp("greeting of SSH", "SSH-2.0-OpenSSH_9.6\r\n", "dynamodb.endpoint"),
				notHttp("garbage without a line's end", "\u0001\u0002\u0003garbage", "dynamodb.endpoint"),
				notHttp("TLS alert", "\u0015\u0003\u0001\u0000\u0002\u0002\u0046", "dynamodb.endpoint"),
				notHttp("TLS hello", "\u0016\u0003\u0003\u0000\u007a\u0002\u0000", "dynamodb.endpoint"),
				notHttp("HTTP/2 frame of settings", "\u0000\u0000\u0006\u0004\u0000\u0000\u0000\u0000\u0000",
						"dynamodb.endpoint"),
				notHttp("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "dynamodb.endpoint"),
				notHttp("JSON without a head", ITEM, "dynamodb.endpoint"),
				notHttp("status that is no number", "HTTP/1.1 two hundred\r\n\r\n", "status line"),
				notHttp("no status", "HTTP/1.1\r\n\r\n", "status line"),
				notHttp("unknown version", "HTTP/9 200 OK\r\n\r\n", "status line"),
				notHttp("other protocol", "HTPP/1.1 200 OK\r\n\r\n", "status line"),
				notHttp("status 99", HttpBytes.answer(99, "{}"), "status is 99"),
				notHttp("status 101", HttpBytes.head(101, "Upgrade: h2c", "Connection: Upgrade"), "status is 101"),
				notHttp("status 9999", HttpBytes.answer(9999, "{}"), "status is 9999"),
				notHttp("status -1", HttpBytes.answer(-1, "{}"), "status line"),
				notHttp("endless status line", "HTTP/1.1 200 " + "x".repeat(65_536), "longer than 4 KB"),
				notHttp("64 KB in one header", HttpBytes.answer(200, ITEM, "X-Long: " + "x".repeat(65_536)),
						"longer than 8 KB"),
				notHttp("64 KB in many headers",
						"HTTP/1.1 200 OK\r\n" + ("X-Short: " + "x".repeat(55) + "\r\n").repeat(1_000) + "\r\n",
						"longer than 8 KB"),
				notHttp("header without a colon", "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n", "headers are malformed"),
				notHttp("bare line feeds", HttpBytes.answer(200, ITEM).replace("\r\n", "\n"), "not HTTP"),
				notHttp("negative length", HttpBytes.head(200, "Content-Length: -5") + "{}", REQUEST_ID),
				notHttp("length that is no number", HttpBytes.head(200, "Content-Length: many") + "{}", REQUEST_ID),
				notHttp("length beyond measure", HttpBytes.head(200, "Content-Length: 99999999999999999999") + "{}",
						REQUEST_ID),
				notHttp("two lengths", HttpBytes.head(200, "Content-Length: 2", "Content-Length: 3") + "{} ",
						REQUEST_ID),
				notHttp("two lengths in one header", HttpBytes.head(200, "Content-Length: 2, 3") + "{} ", REQUEST_ID),
				notHttp("length and chunks",
						HttpBytes.head(200, "Content-Length: 2", "Transfer-Encoding: chunked") + "2\r\n{}\r\n0\r\n\r\n",
						REQUEST_ID),
				notHttp("chunk size that is no number", chunked + "zz\r\n{}\r\n0\r\n\r\n", REQUEST_ID),
				notHttp("negative chunk size", chunked + "-2\r\n{}\r\n0\r\n\r\n", REQUEST_ID),
				notHttp("chunk size beyond measure", chunked + "ffffffffffffffff\r\n{}\r\n0\r\n\r\n", REQUEST_ID),
				notHttp("chunk longer than its size", chunked + "2\r\n{} more\r\n0\r\n\r\n", REQUEST_ID));
	}

	private static Fault notHttp(String name, String bytes, String words) {
		return Fault.retried(name, FaultAnswer.raw(bytes).then(FaultAnswer.silence()),
				UnreadableResponseException.class, words);
	}

	/**
	 * Successes that are not DynamoDB's.
	 */
	static List<Fault> notDynamoDb() {
		Stream<Fault> bodies = Stream
			.of("<html><body>Welcome to the hotel's network</body></html>", "[]", "null", "\"text\"", "1", "true",
					ITEM + " trailing", ITEM + ITEM, ITEM + "\u0000", "{\"Item\":[]}", "{\"Item\":{\"id\":\"1\"}}",
					"{\"Item\":{\"id\":{\"Q\":\"1\"}}}", "{\"Item\":{\"id\":{}}}",
					"{\"Item\":{\"id\":{\"S\":\"1\",\"N\":\"1\"}}}", "\u00fe\u00ff\u0000{\u0000}", " ")
			.map((body) -> Fault.retried("200 with " + body, FaultAnswer.ok(body), UnreadableResponseException.class,
					"status 200, " + REQUEST_ID));
		Stream<Fault> empty = Stream.of(
				Fault.retried("200 without a body", FaultAnswer.ok(""), EmptyResponseException.class,
						"status 200, " + REQUEST_ID),
				Fault.retried("200 without a body, in no chunk",
						FaultAnswer.raw(HttpBytes.head(200, "Transfer-Encoding: chunked") + "0\r\n\r\n"),
						EmptyResponseException.class, "status 200, " + REQUEST_ID),
				Fault.retried("status line only", FaultAnswer.raw("HTTP/1.1 200 OK\r\n\r\n").thenClose(),
						EmptyResponseException.class, "status 200"),
				Fault.retried("204", FaultAnswer.raw(HttpBytes.head(204)), EmptyResponseException.class, "status 204"),
				Fault.retried("200 in gzip without a body", FaultAnswer.status(200, "", "Content-Encoding: gzip"),
						EmptyResponseException.class, "status 200"),
				Fault.retried("200 in gzip of nothing",
						FaultAnswer.status(200, HttpBytes.gzip(""), "Content-Encoding: gzip"),
						EmptyResponseException.class, "status 200"));
		return Stream.concat(bodies, empty).toList();
	}

}
