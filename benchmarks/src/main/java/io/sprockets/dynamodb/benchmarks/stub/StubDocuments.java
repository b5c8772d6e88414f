package io.sprockets.dynamodb.benchmarks.stub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The bodies of answers, without white space as DynamoDB writes them.
 */
public final class StubDocuments {

	private static final String SEQUENCE = "@SEQUENCE@";

	/** For all items to be of one length. */
	private static final int FIRST_SEQUENCE = 100_000;

	private StubDocuments() {
	}

	/**
	 * Returns what GetItem answers.
	 */
	public static String item() {
		return read("get-item.json");
	}

	/**
	 * Returns what Query answers, all in one page.
	 */
	public static String page(int items) {
		String item = read("query-item.json");
		String list = IntStream.range(FIRST_SEQUENCE, FIRST_SEQUENCE + items)
			.mapToObj((sequence) -> item.replace(SEQUENCE, String.valueOf(sequence)))
			.collect(Collectors.joining(","));
		return "{\"Count\":" + items + ",\"Items\":[" + list + "],\"ScannedCount\":" + items + "}";
	}

	private static String read(String name) {
		try (InputStream in = StubDocuments.class.getResourceAsStream(name)) {
			if (in == null) {
				throw new IllegalStateException("No resource '" + name + "'");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
