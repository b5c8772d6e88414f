package io.sprockets.dynamodb.transport;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * An HTTP answer, read to its end. Its bytes are lent: whoever receives the answer reads
 * them before returning, or keeps a {@link #detached()} answer.
 */
public final class HttpAnswer {

	private final int status;

	private final HttpHeaders headers;

	private final byte[] bytes;

	private final int length;

	HttpAnswer(int status, HttpHeaders headers, byte[] bytes, int length) {
		this.status = status;
		this.headers = headers;
		this.bytes = bytes;
		this.length = length;
	}

	/**
	 * Creates an answer that did not come over a connection.
	 */
	public static HttpAnswer of(int status, byte[] body) {
		return new HttpAnswer(status, HttpHeaders.EMPTY, body, body.length);
	}

	public int status() {
		return this.status;
	}

	/**
	 * Says whether the status is 2xx.
	 */
	public boolean isSuccessful() {
		return this.status / 100 == 2;
	}

	/**
	 * Returns a header's first value.
	 */
	public @Nullable String header(String name) {
		return this.headers.getFirst(name);
	}

	/**
	 * Returns a copy of all headers, whose names are found in any case.
	 */
	public Map<String, List<String>> headers() {
		return copyOf(this.headers);
	}

	static Map<String, List<String>> copyOf(HttpHeaders headers) {
		Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
		return copy;
	}

	/**
	 * Returns the array that begins with the body.
	 */
	public byte[] bytes() {
		return this.bytes;
	}

	/**
	 * Returns how many of the {@link #bytes()} are the body.
	 */
	public int length() {
		return this.length;
	}

	/**
	 * Returns a copy of the body.
	 */
	public byte[] body() {
		return Arrays.copyOf(this.bytes, this.length);
	}

	/**
	 * Returns this answer with its body unpacked, and without the headers that say how it
	 * was packed.
	 */
	HttpAnswer unpacked(byte[] unpacked, int unpackedLength) {
		HttpHeaders others = new HttpHeaders();
		others.addAll(this.headers);
		others.remove(HttpHeaders.CONTENT_ENCODING);
		others.remove(HttpHeaders.CONTENT_LENGTH);
		return new HttpAnswer(this.status, others, unpacked, unpackedLength);
	}

	/**
	 * Returns this answer with bytes of its own.
	 */
	public HttpAnswer detached() {
		return new HttpAnswer(this.status, this.headers, body(), this.length);
	}

}
