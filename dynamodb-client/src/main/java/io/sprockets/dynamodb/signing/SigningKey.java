package io.sprockets.dynamodb.signing;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * The key that signs for one day, region and service with one set of credentials, and
 * what else these alone determine. Immutable; signs on any thread.
 */
final class SigningKey {

	private static final String TERMINATOR = "aws4_request";

	private final SigningCredentials credentials;

	private final String region;

	private final long epochDay;

	private final byte[] scope;

	private final String credential;

	private final byte @Nullable [] tokenLine;

	private final HmacSha256 hmac;

	SigningKey(SigningCredentials credentials, String region, AmzDate date, String service) {
		this.credentials = credentials;
		this.region = region;
		this.epochDay = date.epochDay();
		String day = date.day();
		String scope = day + '/' + region + '/' + service + '/' + TERMINATOR;
		this.scope = bytes(scope);
		requirePrintable("access key id", credentials.accessKeyId());
		this.credential = credentials.accessKeyId() + '/' + scope;
		this.tokenLine = tokenLine(credentials.sessionToken());
		byte[] derived = bytes("AWS4" + credentials.secretAccessKey());
		for (String part : new String[] { day, region, service, TERMINATOR }) {
			derived = new HmacSha256(derived).of(bytes(part));
		}
		this.hmac = new HmacSha256(derived);
	}

	boolean isFor(SigningCredentials credentials, String region, AmzDate date) {
		return this.epochDay == date.epochDay() && this.region.equals(region) && this.credentials.equals(credentials);
	}

	/**
	 * Returns the credential scope: day, region, service and terminator.
	 */
	byte[] scope() {
		return this.scope;
	}

	/**
	 * Returns the access key id and the scope, as the {@code Authorization} header names
	 * them.
	 */
	String credential() {
		return this.credential;
	}

	/**
	 * Returns the header of the session token as a line of the canonical request, or
	 * {@code null} if there is no token.
	 */
	byte @Nullable [] tokenLine() {
		return this.tokenLine;
	}

	@Nullable String securityToken() {
		return (this.tokenLine != null) ? this.credentials.sessionToken() : null;
	}

	byte[] sign(byte[] stringToSign) {
		return this.hmac.of(stringToSign);
	}

	// An empty token, as an empty environment variable gives it, is none
	private static byte @Nullable [] tokenLine(@Nullable String token) {
		if (token == null || token.isBlank()) {
			return null;
		}
		requirePrintable("session token", token);
		return bytes(CanonicalHeader.of(AwsV4Signer.TOKEN_HEADER, token).line());
	}

	/**
	 * Refuses what a header would not carry, or not as it is signed.
	 */
	private static void requirePrintable(String what, String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
				throw new IllegalArgumentException("The " + what + " has a line break, or another character that is "
						+ "not printable ASCII, at index " + i + " of " + text.length());
			}
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
