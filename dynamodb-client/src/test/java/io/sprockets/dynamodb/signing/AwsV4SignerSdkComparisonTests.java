package io.sprockets.dynamodb.signing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpRequest;

import io.sprockets.dynamodb.credentials.AwsCredentials;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The signer against the one of the AWS SDK for Java, on random requests.
 */
class AwsV4SignerSdkComparisonTests {

	private static final long SEED = 20120810;

	private static final int REQUESTS = 6_000;

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

	private static final String NAME_CHARACTERS = LETTERS + "ABCXYZ0123456789-._~!#$%&'*+^`|";

	private static final String VALUE_CHARACTERS = LETTERS
			+ "ABCXYZ0123456789 \t\u000b\f,;:=/\"\\()[]{}<>@?\u00e9\u20ac";

	private static final String KEY_CHARACTERS = LETTERS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=";

	private static final List<String> FOLDS = List.of("\n ", "\r\n\t", "\n     ", "  \r\n  ");

	private final Random random = new Random(SEED);

	@Test
	void randomRequestsGetTheAuthorizationOfTheSdk() {
		AwsV4Signer signer = new AwsV4Signer("dynamodb");
		ReferenceSigner reference = new ReferenceSigner("dynamodb");
		AwsCredentials credentials = credentials();
		String region = region();
		Instant time = time();
		for (int i = 0; i < REQUESTS; i++) {
			// Kept for some requests, so that remembered keys are compared as well
			credentials = (this.random.nextInt(3) == 0) ? credentials() : credentials;
			region = (this.random.nextInt(4) == 0) ? region() : region;
			time = (this.random.nextInt(3) == 0) ? time() : time.plusMillis(this.random.nextInt(7_200_000));
			String host = text(LETTERS, 1, 10) + '.' + region + ".amazonaws.com";
			Map<String, List<String>> headers = headers();
			byte[] body = body();
			SdkHttpRequest expected = reference.sign(credentials, region, time, host, headers, body);
			Signature signature = signer.sign(credentials, region, time,
					SignableRequest.of(signable(host, headers, expected), body));
			String description = "request " + i + " of seed " + SEED;
			assertThat(signature.authorization()).as(description).isEqualTo(value(expected, "Authorization"));
			assertThat(signature.amzDate()).as(description).isEqualTo(value(expected, "X-Amz-Date"));
			assertThat(signature.securityToken()).as(description)
				.isEqualTo(expected.firstMatchingHeader("X-Amz-Security-Token").orElse(null));
		}
	}

	private SignableHeaders signable(String host, Map<String, List<String>> headers, SdkHttpRequest expected) {
		SignableHeaders signable = SignableHeaders.ofHost(host)
			.with(ReferenceSigner.CONTENT_HASH_HEADER, value(expected, ReferenceSigner.CONTENT_HASH_HEADER));
		for (Map.Entry<String, List<String>> header : headers.entrySet()) {
			for (String value : header.getValue()) {
				signable = signable.with(
						this.random.nextBoolean() ? header.getKey() : header.getKey().toUpperCase(Locale.ROOT), value);
			}
		}
		return signable;
	}

	private static String value(SdkHttpRequest request, String header) {
		return request.firstMatchingHeader(header).orElseThrow();
	}

	private Map<String, List<String>> headers() {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		headers.put("X-Amz-Target", List.of("DynamoDB_20120810." + text(KEY_CHARACTERS, 1, 30)));
		headers.put("Content-Type", List.of("application/x-amz-json-1.0"));
		for (int i = this.random.nextInt(6); i > 0; i--) {
			List<String> values = new ArrayList<>();
			for (int j = this.random.nextInt(3); j >= 0; j--) {
				values.add(headerValue());
			}
			// The prefix keeps clear of names the SDK does not sign
			headers.put(((i % 2 == 0) ? "x-amz-" : "A") + text(NAME_CHARACTERS, 1, 8) + i, values);
		}
		return headers;
	}

	private String headerValue() {
		String value = text(VALUE_CHARACTERS, 0, 40);
		return (this.random.nextInt(4) == 0)
				? value + FOLDS.get(this.random.nextInt(FOLDS.size())) + text(VALUE_CHARACTERS, 0, 20) : value;
	}

	private AwsCredentials credentials() {
		String secret = text(KEY_CHARACTERS, 1, 80) + (this.random.nextInt(5) == 0 ? "\u00fc\u4e16" : "");
		String token = this.random.nextBoolean() ? text(KEY_CHARACTERS, 1, 1500) : null;
		return AwsCredentials.of(text(KEY_CHARACTERS, 16, 128), secret, token);
	}

	private String region() {
		List<String> regions = List.of("us-east-1", "eu-central-1", "cn-north-1", "us-gov-west-1", "ap-southeast-5");
		return this.random.nextBoolean() ? regions.get(this.random.nextInt(regions.size())) : text(LETTERS, 1, 20);
	}

	private Instant time() {
		long start = Instant.parse("1969-01-01T00:00:00Z").toEpochMilli();
		long end = Instant.parse("2150-01-01T00:00:00Z").toEpochMilli();
		return Instant.ofEpochMilli(start + (long) (this.random.nextDouble() * (end - start)));
	}

	private byte[] body() {
		// Sizes of all magnitudes up to 64 KiB, the small ones as often as the large
		int length = this.random.nextInt((1 << this.random.nextInt(17)) + 1);
		byte[] bytes = new byte[length];
		this.random.nextBytes(bytes);
		return this.random.nextBoolean() ? bytes : new String(bytes, StandardCharsets.UTF_16BE).substring(0, length / 4)
			.getBytes(StandardCharsets.UTF_8);
	}

	private String text(String alphabet, int minimum, int maximum) {
		return this.random.ints(minimum + this.random.nextInt(maximum - minimum + 1), 0, alphabet.length())
			.mapToObj((index) -> String.valueOf(alphabet.charAt(index)))
			.collect(Collectors.joining());
	}

}
