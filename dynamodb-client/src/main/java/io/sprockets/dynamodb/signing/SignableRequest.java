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
		return of(headers, body, body.length);
	}

	/**
	 * Creates a request of the given headers and a body that begins an array.
	 * @param headers the headers to sign
	 * @param body the bytes to send, which must not change afterwards
	 * @param length how many of them there are
	 */
	public static SignableRequest of(SignableHeaders headers, byte[] body, int length) {
		return new SignableRequest(headers, Sha256.hex(Sha256.hash(body, length)));
	}

	SignableHeaders headers() {
		return this.headers;
	}

	/**
	 * Returns the hash of the body in hexadecimal digits.
	 */
	byte[] bodyHash() {
		return this.bodyHash;
	}

}
