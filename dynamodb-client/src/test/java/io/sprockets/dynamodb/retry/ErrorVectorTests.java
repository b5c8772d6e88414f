package io.sprockets.dynamodb.retry;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.sprockets.dynamodb.codec.ErrorReader;
import io.sprockets.dynamodb.error.ConditionalCheckFailedException;
import io.sprockets.dynamodb.error.DynamoDbServiceException;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.error.TransactionCanceledException;
import io.sprockets.dynamodb.test.Vectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Error answers as AWS's suites have them: what is read, and whether it is tried again.
 */
class ErrorVectorTests {

	private static final FailedCall CALL = new FailedCall("TransactWriteItems", null, null, 1);

	/**
	 * Where the vector leaves it open, what this client does: an answer of status 429 is
	 * throttling even without a name, and an error of status 400 that cannot be read is
	 * not tried again, since sending the same would be refused again.
	 */
	private static final Map<String, RetryClass> OPEN = Map.of("hand/429-no-body", RetryClass.THROTTLING,
			"hand/400-truncated-json", RetryClass.NONE);

	/** A success by its status, which the pipeline's tests cover. */
	private static final String SUCCESS = "hand/200-with-error-shape";

	@TestFactory
	Stream<DynamicTest> errorsAreReadAsTheyAreMeant() {
		return Vectors.read("error-cases.json")
			.get("errors")
			.valueStream()
			.filter((vector) -> !id(vector).equals(SUCCESS))
			.map((vector) -> dynamicTest(id(vector), () -> verify(vector)));
	}

	@Test
	void noVectorIsLeftOut() {
		JsonNode vectors = Vectors.read("error-cases.json");
		assertThat(vectors.get("errors")).hasSize(82);
		// Successful answers without a body, or with members nobody knows. The second are
		// read by every
		// answer reader; the first is an error of its own here (EmptyResponseException),
		// as it was in
		// the library this one descends from: DynamoDB always answers at least {}
		assertThat(vectors.get("emptyBodies")).hasSize(5);
	}

	private static void verify(JsonNode vector) {
		byte[] body = vector.get("body").isNull() ? new byte[0]
				: vector.get("body").asString().getBytes(StandardCharsets.UTF_8);
		DynamoDbServiceException error = ErrorReader.read(vector.get("status").asInt(), headers(vector), body, CALL);
		JsonNode expected = vector.get("expect");
		assertThat(error.errorCode()).isEqualTo(text(expected.get("code")));
		assertThat(error.serviceMessage()).isEqualTo(text(expected.get("message")));
		assertThat(error.statusCode()).isEqualTo(vector.get("status").asInt());
		assertThat(error.rawBody()).isEqualTo(body);
		expected.get("fields").properties().forEach((field) -> verifyField(error, field.getKey(), field.getValue()));
		RetryClass retryClass = RetryClassifier.classify(error);
		if (OPEN.containsKey(id(vector))) {
			assertThat(retryClass).isEqualTo(OPEN.get(id(vector)));
			return;
		}
		assertThat(retryClass != RetryClass.NONE).isEqualTo(expected.get("retryable").asBoolean());
		assertThat(retryClass == RetryClass.THROTTLING).isEqualTo(expected.get("throttling").asBoolean());
	}

	private static void verifyField(DynamoDbServiceException error, String name, JsonNode expected) {
		JsonNode actual = JsonMapper.shared().valueToTree(error.details().get(name));
		if (expected.isNumber()) {
			assertThat(actual).hasSize(expected.asInt());
		}
		else {
			assertThat(actual).isEqualTo(expected);
		}
		if (error instanceof ConditionalCheckFailedException failed && name.equals("Item")) {
			assertThat(failed.item().keySet()).isEqualTo(new HashMap<>(asMap(expected)).keySet());
		}
		if (error instanceof TransactionCanceledException cancelled && name.equals("CancellationReasons")) {
			assertThat(cancelled.cancellationReasons()).hasSize(actual.size());
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> asMap(JsonNode node) {
		return JsonMapper.shared().convertValue(node, Map.class);
	}

	private static Map<String, List<String>> headers(JsonNode vector) {
		Map<String, List<String>> headers = new HashMap<>();
		vector.get("headers")
			.properties()
			.forEach((header) -> headers.put(header.getKey(), List.of(header.getValue().asString())));
		return headers;
	}

	private static String id(JsonNode vector) {
		return vector.get("id").asString();
	}

	private static String text(JsonNode node) {
		return node.isNull() ? null : node.asString();
	}

}
