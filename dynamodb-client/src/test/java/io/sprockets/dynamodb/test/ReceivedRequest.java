package io.sprockets.dynamodb.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.ArrayList;

import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire.
 *
 * @param line the request line
 * @param headers all values of each header, names in any case
 * @param body the bytes that {@code Content-Length} announced
 */
public record ReceivedRequest(String line, Map<String, List<String>> headers, byte[] body) {

	/**
	 * Returns a header that must be there once.
	 */
	public String header(String name) {
		List<String> values = this.headers.getOrDefault(name, List.of());
		if (values.size() != 1) {
			throw new AssertionError("Header " + name + " is there " + values.size() + " times");
		}
		return values.get(0);
	}

	public boolean hasHeader(String name) {
		return this.headers.containsKey(name);
	}

	/**
	 * Reads the next request, {@code null} at the connection's end.
	 */
	public static @Nullable ReceivedRequest read(InputStream in) throws IOException {
		ReceivedRequest head = readHead(in);
		return (head != null) ? head.readBody(in) : null;
	}

	/**
	 * Reads the head of the next request, {@code null} at the connection's end.
	 */
	static @Nullable ReceivedRequest readHead(InputStream in) throws IOException {
		String line = readLine(in);
		if (line == null) {
			return null;
		}
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		String header = readLine(in);
		while (header != null && !header.isEmpty()) {
			int colon = header.indexOf(':');
			headers.computeIfAbsent(header.substring(0, colon), (name) -> new ArrayList<>())
				.add(header.substring(colon + 1).strip());
			header = readLine(in);
		}
		return new ReceivedRequest(line, headers, new byte[0]);
	}

	/**
	 * Returns the request with its body.
	 */
	ReceivedRequest readBody(InputStream in) throws IOException {
		int length = Integer.parseInt(this.headers.getOrDefault("Content-Length", List.of("0")).get(0));
		return new ReceivedRequest(this.line, this.headers, in.readNBytes(length));
	}

	private static @Nullable String readLine(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		int next = in.read();
		if (next < 0) {
			return null;
		}
		while (next >= 0 && next != '\n') {
			line.write(next);
			next = in.read();
		}
		return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
	}

}
