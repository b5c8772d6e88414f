package io.sprockets.dynamodb.signing;

import java.nio.charset.StandardCharsets;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import io.sprockets.dynamodb.credentials.AwsCredentials;

/**
 * The key that signs for one day, region and service with one set of credentials, and
 * what else these alone determine. Immutable; signs on any thread.
 */
final class SigningKey {

	private static final String TERMINATOR = "aws4_request";

	private final AwsCredentials credentials;

	private final String region;

	private final long epochDay;

	private final byte[] scope;

	private final byte[] credential;

	private final @Nullable CanonicalHeader tokenHeader;

	private final SecretKey key;

	private final Mac macPrototype;

	SigningKey(AwsCredentials credentials, String region, AmzDate date, String service) {
		this.credentials = credentials;
		this.region = region;
		this.epochDay = date.epochDay();
		String day = date.day();
		String scope = day + '/' + region + '/' + service + '/' + TERMINATOR;
		this.scope = bytes(scope);
		this.credential = bytes(credentials.accessKeyId() + '/' + scope);
		this.tokenHeader = tokenHeader(credentials.sessionToken());
		byte[] derived = bytes("AWS4" + credentials.secretAccessKey());
		for (String part : new String[] { day, region, service, TERMINATOR }) {
			derived = Sha256.mac(hmacKey(derived)).doFinal(bytes(part));
		}
		this.key = hmacKey(derived);
		this.macPrototype = Sha256.mac(this.key);
	}

	boolean isFor(AwsCredentials credentials, String region, AmzDate date) {
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
	byte[] credential() {
		return this.credential;
	}

	@Nullable CanonicalHeader tokenHeader() {
		return this.tokenHeader;
	}

	@Nullable String securityToken() {
		return (this.tokenHeader != null) ? this.credentials.sessionToken() : null;
	}

	byte[] sign(byte[] stringToSign) {
		return Sha256.copyOf(this.macPrototype, this.key).doFinal(stringToSign);
	}

	// An empty token, as an empty environment variable gives it, is none
	private static @Nullable CanonicalHeader tokenHeader(@Nullable String token) {
		return (token != null && !token.isBlank()) ? CanonicalHeader.of(AwsV4Signer.TOKEN_HEADER, token) : null;
	}

	private static SecretKey hmacKey(byte[] key) {
		return new SecretKeySpec(key, Sha256.HMAC);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
