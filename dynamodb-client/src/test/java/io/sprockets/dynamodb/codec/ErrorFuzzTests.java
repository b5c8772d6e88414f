package io.sprockets.dynamodb.codec;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import io.sprockets.dynamodb.error.ConditionalCheckFailedException;
import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.error.DynamoDbThrottlingException;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.error.TransactionCanceledException;
import io.sprockets.dynamodb.retry.RetryDecision;
import io.sprockets.dynamodb.retry.RetrySettings;
import io.sprockets.dynamodb.retry.RetryStrategy;
import io.sprockets.dynamodb.test.fuzz.FuzzRun;
import io.sprockets.dynamodb.test.fuzz.FuzzTarget;
import io.sprockets.dynamodb.test.fuzz.FuzzedFormat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Broken error answers: each becomes an exception of the service with status, headers and
 * body, whose details can be asked for, and which the retry rules can judge.
 */
class ErrorFuzzTests {

	private static final FailedCall CALL = new FailedCall("PutItem", "Orders", null, 1);

	private static final FuzzedFormat FORMAT = new FuzzedFormat(
			"\"\\{}[]:,#.-+eE019tfnuSNBML /\r\n\u0000<>".getBytes(StandardCharsets.US_ASCII), tokens(),
			FuzzedFormat.EDGE_NUMBERS,
			List.of(new FuzzedFormat.Nesting("{\"M\":{\"a\":", "}}"), new FuzzedFormat.Nesting("{\"L\":[", "]}"),
					new FuzzedFormat.Nesting("[", "]"), new FuzzedFormat.Nesting("{\"Item\":", "}")));

	@Test
	void anyErrorIsAnExceptionOfTheService() throws Exception {
		new FuzzRun("errors", FORMAT, ErrorAnswers::new).read(150_000, Reading::new);
	}

	private static List<String> tokens() {
		return List.of("null", "true", "[]", "{}", "\"\"", "\"__type\":", "\"code\":", "\"message\":", "\"Message\":",
				"\"Item\":", "\"CancellationReasons\":[", "\"ThrottlingReasons\":[", "\"Code\":\"None\"",
				"\"Code\":null", "{\"S\":\"x\"}", "{\"N\":\"1\"}", "{\"B\":\"AA==\"}", "{\"SS\":[]}",
				"{\"NS\":[1,null]}", "{\"BS\":[\"*\"]}", "{\"BOOL\":null}", "{\"L\":[null,{}]}", "{\"M\":{\"\":null}}",
				"#", ":", "http://", "\\ud800", "\\u0000", "ConditionalCheckFailedException",
				"TransactionCanceledException", "ThrottlingException", "TransactionInProgressException", "<html>",
				"\n\nx-amz-retry-after: ", "\n\nx-amzn-errortype: ");
	}

	/**
	 * Makes errors, their headers before the body as HTTP has them.
	 */
	private static final class ErrorAnswers implements Supplier<byte[]> {

		private static final List<String> CODES = List.of("ConditionalCheckFailedException",
				"TransactionCanceledException", "ProvisionedThroughputExceededException", "ThrottlingException",
				"RequestLimitExceeded", "TransactionInProgressException", "ValidationException", "Unheard",
				"InternalServerError");

		private static final List<String> HEADERS = List.of("x-amzn-RequestId: R1", "x-amz-crc32: 12345",
				"x-amz-retry-after: 1500", "x-amz-retry-after: -1", "x-amz-retry-after: 9223372036854775807",
				"x-amzn-ErrorType: ThrottlingException:http://x", "x-amzn-error-message: Said",
				"Content-Type: text/html");

		private final Random random;

		private final RandomJson json;

		private final RandomTexts texts;

		private final RandomItems items;

		ErrorAnswers(long seed) {
			this.random = new Random(seed);
			this.json = new RandomJson(this.random);
			this.texts = new RandomTexts(this.random);
			this.items = new RandomItems(this.random, this.json, this.texts);
		}

		@Override
		public byte[] get() {
			StringBuilder head = new StringBuilder();
			for (int i = this.random.nextInt(3); i > 0; i--) {
				head.append(HEADERS.get(this.random.nextInt(HEADERS.size()))).append('\n');
			}
			byte[] start = head.append('\n').toString().getBytes(StandardCharsets.UTF_8);
			byte[] body = body();
			byte[] answer = new byte[start.length + body.length];
			System.arraycopy(start, 0, answer, 0, start.length);
			System.arraycopy(body, 0, answer, start.length, body.length);
			return answer;
		}

		private byte[] body() {
			if (this.random.nextInt(10) == 0) {
				return "<html><body>503 Service Unavailable</body></html>".getBytes(StandardCharsets.UTF_8);
			}
			this.json.begin();
			List<Runnable> members = new ArrayList<>();
			text(members, "__type", "com.amazonaws.dynamodb.v20120810#" + CODES.get(this.random.nextInt(CODES.size())));
			text(members, this.random.nextBoolean() ? "message" : "Message", this.texts.text());
			switch (this.random.nextInt(4)) {
				case 0 -> members.add(() -> this.json.member("Item", this::item));
				case 1 -> members.add(() -> this.json.member("CancellationReasons", () -> array(this::reason)));
				case 2 -> members.add(() -> this.json.member("ThrottlingReasons", () -> array(this::throttling)));
				default -> members.add(() -> this.json.member(this.texts.name(), this.items::unknown));
			}
			this.json.object(members);
			return this.json.end();
		}

		private void reason() {
			List<Runnable> members = new ArrayList<>();
			text(members, "Code", "ConditionalCheckFailed");
			text(members, "Message", this.texts.text());
			members.add(() -> this.json.member("Item", this::item));
			this.json.object(members);
		}

		private void throttling() {
			List<Runnable> members = new ArrayList<>();
			text(members, "reason", "TableReadProvisionedThroughputExceeded");
			text(members, "resource", this.texts.text());
			this.json.object(members);
		}

		private void item() {
			this.items.item(this.items.table(), false);
		}

		private void text(List<Runnable> members, String name, String text) {
			members.add(() -> this.json.member(name, () -> this.json.text(text)));
		}

		private void array(Runnable element) {
			List<Runnable> elements = new ArrayList<>();
			for (int i = this.random.nextInt(4); i > 0; i--) {
				elements.add(element);
			}
			this.json.inOrder('[', elements, ']');
		}

	}

	/**
	 * Reads an error with its headers, and all that can be asked of it.
	 */
	private static final class Reading implements FuzzTarget {

		private static final int[] STATUSES = { 400, 403, 413, 421, 429, 500, 503, 599, 302, 100 };

		private final RetryStrategy retries = new RetryStrategy(RetrySettings.defaults());

		private int turn;

		@Override
		public boolean accepts(byte[] input) {
			String text = new String(input, StandardCharsets.ISO_8859_1);
			int headEnd = Math.max(text.indexOf("\n\n"), 0);
			Map<String, List<String>> headers = new LinkedHashMap<>();
			for (String line : text.substring(0, headEnd).split("\n")) {
				int colon = line.indexOf(':');
				if (colon >= 0) {
					headers.computeIfAbsent(line.substring(0, colon), (name) -> new ArrayList<>())
						.add(line.substring(colon + 1).strip());
				}
			}
			byte[] body = text.substring(headEnd).getBytes(StandardCharsets.ISO_8859_1);
			int status = STATUSES[this.turn++ % STATUSES.length];
			DynamoDbServiceException error = ErrorReader.read(status, headers, body, CALL);
			assertThat(error.statusCode()).isEqualTo(status);
			assertThat(error.rawBody()).isEqualTo(body);
			assertThat(error.getMessage()).contains("PutItem", "Orders");
			RetryDecision decision = this.retries.afterFailure(1 + this.turn % 4, error, false);
			if (decision.isRetry()) {
				assertThat(decision.delay()).isBetween(Duration.ZERO, Duration.ofSeconds(9));
				this.retries.afterSuccess(decision.cost());
			}
			return hasDetails(error);
		}

		private static boolean hasDetails(DynamoDbServiceException error) {
			if (error instanceof ConditionalCheckFailedException failed) {
				return !failed.item().isEmpty();
			}
			if (error instanceof TransactionCanceledException cancelled) {
				return !cancelled.cancellationReasons().isEmpty();
			}
			if (error instanceof DynamoDbThrottlingException throttled) {
				return !throttled.throttlingReasons().isEmpty();
			}
			return !error.details().isEmpty();
		}

	}

}
