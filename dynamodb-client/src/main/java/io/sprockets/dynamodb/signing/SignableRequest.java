package io.sprockets.dynamodb.signing;

/**
 * A {@code POST} to path {@code /} without a query. It holds the hash of the body, not
 * the body, so that every further attempt is signed without reading the body again.
 */
public final class SignableRequest {

	private final SignableHeaders headers;

	private final byte[] bodyHash;

	private SignableRequest(SignableHeaders headers, byte[] bodyHash) {
		this.headers = headers;
		this.bodyHash = bodyHash;
	}

	/**
	 * Creates a request of the given headers and body.
	 * @param headers the headers to sign
	 * @param body the bytes to send, which must not change afterwards
	 */
	public static SignableRequest of(SignableHeaders headers, byte[] body) {
		return new SignableRequest(headers, Sha256.hash(body));
	}

	SignableHeaders headers() {
		return this.headers;
	}

	byte[] bodyHash() {
		return this.bodyHash;
	}

}
