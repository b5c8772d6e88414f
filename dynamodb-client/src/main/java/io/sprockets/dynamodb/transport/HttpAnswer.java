package io.sprockets.dynamodb.transport;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * An HTTP answer, read to its end.
 */
public final class HttpAnswer {

	private final int status;

	private final HttpHeaders headers;

	private final byte[] body;

	HttpAnswer(int status, HttpHeaders headers, byte[] body) {
		this.status = status;
		this.headers = headers;
		this.body = body;
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
		Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		this.headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
		return copy;
	}

	/**
	 * Returns the body's bytes, not copied.
	 */
	public byte[] body() {
		return this.body;
	}

}
