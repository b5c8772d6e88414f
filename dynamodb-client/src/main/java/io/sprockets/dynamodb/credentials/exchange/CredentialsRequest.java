package io.sprockets.dynamodb.credentials.exchange;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request for credentials, or for what leads to them.
 *
 * @param method the HTTP method
 * @param uri where to, query included
 * @param headers the headers to send; never printed
 * @param body the body, empty for none; never printed
 * @param timeout how long the whole exchange may take
 */
public record CredentialsRequest(String method, URI uri, Map<String, String> headers, byte[] body, Duration timeout) {

	private static final byte[] NO_BODY = {};

	/**
	 * Creates a request without headers and body.
	 */
	public static CredentialsRequest of(String method, URI uri, Duration timeout) {
		return new CredentialsRequest(method, uri, Map.of(), NO_BODY, timeout);
	}

	/**
	 * Returns this request with a further header.
	 */
	public CredentialsRequest withHeader(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.headers);
		more.put(name, value);
		return new CredentialsRequest(this.method, this.uri, more, this.body, this.timeout);
	}

	/**
	 * Returns this request with a body.
	 */
	public CredentialsRequest withBody(byte[] body) {
		return new CredentialsRequest(this.method, this.uri, this.headers, body, this.timeout);
	}

	/**
	 * Returns method and place, without the query.
	 */
	@Override
	public String toString() {
		return this.method + " " + this.uri.getScheme() + "://" + this.uri.getRawAuthority() + this.uri.getRawPath();
	}

}
