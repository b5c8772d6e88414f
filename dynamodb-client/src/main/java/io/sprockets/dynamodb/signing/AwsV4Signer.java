package io.sprockets.dynamodb.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.sprockets.dynamodb.credentials.AwsCredentials;

/**
 * Signs requests with AWS Signature Version 4, in the {@code Authorization} header. Safe
 * to share between threads; it remembers the key of the last day, region and credentials
 * it signed for.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">
 * Create a signed AWS API request</a>
 */
public final class AwsV4Signer {

	static final String DATE_HEADER = "x-amz-date";

	static final String TOKEN_HEADER = "x-amz-security-token";

	private static final byte[] REQUEST_LINES = ascii("POST\n/\n\n");

	private static final byte[] ALGORITHM_LINE = ascii("AWS4-HMAC-SHA256\n");

	private static final byte[] CREDENTIAL = ascii("AWS4-HMAC-SHA256 Credential=");

	private static final byte[] SIGNED_HEADERS = ascii(", SignedHeaders=");

	private static final byte[] SIGNATURE = ascii(", Signature=");

	private final String service;

	private volatile @Nullable SigningKey lastKey;

	/**
	 * Creates a signer for a service.
	 * @param service the service's signing name, which hosts do not tell: DynamoDB
	 * Streams, too, is {@code dynamodb}
	 */
	public AwsV4Signer(String service) {
		this.service = service;
	}

	/**
	 * Signs one attempt of a request.
	 * @param credentials the credentials; a blank session token counts as none
	 * @param region the region to sign for
	 * @param time the time of sending, cut to seconds
	 * @param request the request
	 * @return the header values to send along
	 * @throws IllegalArgumentException if the time is not in the years 0 to 9999
	 */
	public Signature sign(AwsCredentials credentials, String region, Instant time, SignableRequest request) {
		AmzDate date = AmzDate.of(time);
		SigningKey key = signingKey(credentials, region, date);
		SignableHeaders headers = signedHeaders(request, date, key);
		byte[] stringToSign = stringToSign(date, key, canonicalRequest(headers, request.bodyHash()));
		String authorization = authorization(key, headers, key.sign(stringToSign));
		return new Signature(authorization, date.value(), key.securityToken());
	}

	SigningKey signingKey(AwsCredentials credentials, String region, AmzDate date) {
		SigningKey key = this.lastKey;
		if (key == null || !key.isFor(credentials, region, date)) {
			key = new SigningKey(credentials, region, date, this.service);
			this.lastKey = key;
		}
		return key;
	}

	static SignableHeaders signedHeaders(SignableRequest request, AmzDate date, SigningKey key) {
		SignableHeaders headers = request.headers().with(CanonicalHeader.ofCanonical(DATE_HEADER, date.value()));
		CanonicalHeader tokenHeader = key.tokenHeader();
		return (tokenHeader != null) ? headers.with(tokenHeader) : headers;
	}

	static byte[] canonicalRequest(SignableHeaders headers, byte[] bodyHash) {
		ByteBuffer request = ByteBuffer
			.allocate(REQUEST_LINES.length + headers.linesLength() + headers.namesLength() + 2 + Sha256.HEX_LENGTH);
		request.put(REQUEST_LINES);
		headers.putLines(request);
		request.put((byte) '\n');
		headers.putNames(request);
		request.put((byte) '\n');
		Sha256.putHex(bodyHash, request);
		return request.array();
	}

	static byte[] stringToSign(AmzDate date, SigningKey key, byte[] canonicalRequest) {
		byte[] scope = key.scope();
		ByteBuffer text = ByteBuffer
			.allocate(ALGORITHM_LINE.length + AmzDate.LENGTH + scope.length + 2 + Sha256.HEX_LENGTH);
		text.put(ALGORITHM_LINE).put(ascii(date.value())).put((byte) '\n').put(scope).put((byte) '\n');
		Sha256.putHex(Sha256.hash(canonicalRequest), text);
		return text.array();
	}

	static String authorization(SigningKey key, SignableHeaders headers, byte[] signature) {
		byte[] credential = key.credential();
		ByteBuffer text = ByteBuffer.allocate(CREDENTIAL.length + credential.length + SIGNED_HEADERS.length
				+ headers.namesLength() + SIGNATURE.length + Sha256.HEX_LENGTH);
		text.put(CREDENTIAL).put(credential).put(SIGNED_HEADERS);
		headers.putNames(text);
		text.put(SIGNATURE);
		Sha256.putHex(signature, text);
		return new String(text.array(), StandardCharsets.UTF_8);
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
