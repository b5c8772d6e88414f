package io.sprockets.dynamodb.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.sprockets.dynamodb.test.fuzz.FuzzedFormat;

/**
 * What has a meaning in answers.
 */
final class WireFuzzing {

	static final FuzzedFormat FORMAT = new FuzzedFormat(
			"\"\\{}[]:,.-+eE019tfnuSNBML /\u0000\u001F\u007F".getBytes(StandardCharsets.US_ASCII), tokens(),
			FuzzedFormat.EDGE_NUMBERS,
			List.of(new FuzzedFormat.Nesting("{\"M\":{\"a\":", "}}"), new FuzzedFormat.Nesting("{\"L\":[", "]}"),
					new FuzzedFormat.Nesting("[", "]"), new FuzzedFormat.Nesting("{\"a\":", "}"),
					new FuzzedFormat.Nesting("{ \"M\" : { \"\\u0061\" : ", " } }")));

	private WireFuzzing() {
	}

	private static List<String> tokens() {
		List<String> tokens = new ArrayList<>(List.of("null", "true", "false", "{}", "[]", "\"\"", "\"a\"", "{\"S\":\"",
				"\"}", "{\"N\":\"", "{\"B\":\"", "{\"M\":{", "{\"L\":[", "{\"SS\":[", "{\"NS\":[", "{\"BS\":[",
				"{\"BOOL\":true}", "{\"NULL\":true}", "{\"NULL\":null}", "{\"\u0000\":", "\\u0000", "\\ud800",
				"\\udc00", "\\ud83d\\ude00", "\\u00", "\\x", "\\\\", "\\\"", "=", "====", "AA==",
				"\"Count\":2147483647,", "\"Count\":-1,", "\"Items\":[],", "\"Item\":{},", "\"Attributes\":{},",
				"\"LastEvaluatedKey\":{},", "\"ConsumedCapacity\":null,", "\"Responses\":{},",
				"\"UnprocessedKeys\":{\"t\":{\"Keys\":[]}},", "\"UnprocessedItems\":{},", "\"Table\":{},",
				"\"a\":{\"S\":\"b\"},", "\"a\":1,", "\"CapacityUnits\":"));
		for (String number : FuzzedFormat.EDGE_NUMBERS) {
			tokens.add(number);
			tokens.add("{\"N\":\"" + number + "\"}");
		}
		return tokens;
	}

	/**
	 * Returns answers of all shapes.
	 */
	static Supplier<byte[]> answers(long seed) {
		AnswerGenerator items = new AnswerGenerator(seed);
		AnswerShapes others = new AnswerShapes(seed);
		return () -> others.nextOr(() -> items.next().bytes());
	}

}
