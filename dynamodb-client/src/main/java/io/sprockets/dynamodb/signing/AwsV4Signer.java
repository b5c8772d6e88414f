package io.sprockets.dynamodb.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Signs requests with AWS Signature Version 4, in the {@code Authorization} header. Safe
 * to share between threads; it remembers the key of the last day, region and credentials
 * it signed for, and the last second.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">
 * Create a signed AWS API request</a>
 */
public final class AwsV4Signer {

	private static final HexFormat HEX = HexFormat.of();

	static final String DATE_HEADER = "x-amz-date";

	static final String TOKEN_HEADER = "x-amz-security-token";

	private static final byte[] ALGORITHM_LINE = ascii("AWS4-HMAC-SHA256\n");

	private final String service;

	private volatile @Nullable SigningKey lastKey;

	private volatile @Nullable AmzDate lastDate;

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
	 * @throws IllegalArgumentException if the time is not in the years 0 to 9999, or
	 * access key id or session token cannot be a part of a header
	 */
	public Signature sign(SigningCredentials credentials, String region, Instant time, SignableRequest request) {
		AmzDate date = date(time);
		SigningKey key = signingKey(credentials, region, date);
		byte[] tokenLine = key.tokenLine();
		CanonicalRequest canonicalRequest = request.headers().canonicalRequest();
		byte[] hash = canonicalRequest.hash(date, tokenLine, request.bodyHash());
		byte[] signature = key.sign(stringToSign(date, key, hash));
		String authorization = "AWS4-HMAC-SHA256 Credential=" + key.credential() + ", SignedHeaders="
				+ canonicalRequest.signedHeaders(tokenLine != null) + ", Signature=" + HEX.formatHex(signature);
		return new Signature(authorization, date.value(), key.securityToken());
	}

	private AmzDate date(Instant time) {
		AmzDate date = this.lastDate;
		if (date == null || !date.isFor(time)) {
			date = AmzDate.of(time);
			this.lastDate = date;
		}
		return date;
	}

	SigningKey signingKey(SigningCredentials credentials, String region, AmzDate date) {
		SigningKey key = this.lastKey;
		if (key == null || !key.isFor(credentials, region, date)) {
			key = new SigningKey(credentials, region, date, this.service);
			this.lastKey = key;
		}
		return key;
	}

	static byte[] stringToSign(AmzDate date, SigningKey key, byte[] requestHash) {
		byte[] scope = key.scope();
		ByteBuffer text = ByteBuffer
			.allocate(ALGORITHM_LINE.length + AmzDate.LENGTH + scope.length + 2 + Sha256.HEX_LENGTH);
		text.put(ALGORITHM_LINE).put(date.text()).put((byte) '\n').put(scope).put((byte) '\n');
		Sha256.putHex(requestHash, text.array(), text.position());
		return text.array();
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
