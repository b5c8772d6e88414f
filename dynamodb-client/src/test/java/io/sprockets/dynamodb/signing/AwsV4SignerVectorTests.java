package io.sprockets.dynamodb.signing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.sprockets.dynamodb.credentials.AwsCredentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

/**
 * The signer against the shared signing vectors. The client sends nothing but a POST to
 * path {@code /} without a query, so the groups {@code path} and {@code query} have
 * nothing to say about it, and {@code root-headers}, which are GET requests, only
 * something about headers.
 */
class AwsV4SignerVectorTests {

	private static final List<String> POSTS = List.of("post-json", "post-root");

	@Test
	void everyCaseIsAccountedFor() {
		Map<String, Long> groups = SigningCase.all()
			.stream()
			.collect(Collectors.groupingBy(SigningCase::group, Collectors.counting()));
		assertThat(groups).containsOnly(Map.entry("post-json", 100L), Map.entry("post-root", 21L),
				Map.entry("root-headers", 18L), Map.entry("query", 22L), Map.entry("path", 37L));
		assertThat(posts()).hasSize(121);
		assertThat(posts().filter(AwsV4SignerVectorTests::leavesTokenUnsigned)).hasSize(2);
		assertThat(posts().filter((each) -> each.option("addContentSha256Header"))).hasSize(53);
	}

	@TestFactory
	Stream<DynamicTest> postIsSignedAsExpected() {
		return tests(posts().filter((each) -> !leavesTokenUnsigned(each)), (each) -> verify(each, each.credentials()));
	}

	/**
	 * This client always signs the token. To leave it out of the signature is the same as
	 * to sign without it, which still has to give the signature expected.
	 */
	@TestFactory
	Stream<DynamicTest> tokenAddedAfterSigningDoesNotChangeTheSignature() {
		return tests(posts().filter(AwsV4SignerVectorTests::leavesTokenUnsigned), (each) -> {
			String accessKeyId = each.credentials().accessKeyId();
			String secretAccessKey = each.credentials().secretAccessKey();
			verify(each, AwsCredentials.of(accessKeyId, secretAccessKey));
			Signature signature = new AwsV4Signer(each.service()).sign(
					AwsCredentials.of(accessKeyId, secretAccessKey, "token"), each.region(), each.time(),
					SignableRequest.of(each.headers(), each.body()));
			assertThat(signature.authorization()).contains("SignedHeaders=host;x-amz-date;x-amz-security-token,");
		});
	}

	@TestFactory
	Stream<DynamicTest> headersOfGetAreCanonicalizedAsExpected() {
		return tests(SigningCase.all().stream().filter((each) -> each.group().equals("root-headers")), (each) -> {
			String expected = each.expected("canonicalRequest").replaceFirst("^GET\n", "POST\n");
			assertThat(Steps.of(each, each.credentials()).canonicalRequest()).isEqualTo(expected);
		});
	}

	private static void verify(SigningCase each, AwsCredentials credentials) {
		Steps steps = Steps.of(each, credentials);
		Signature signature = new AwsV4Signer(each.service()).sign(credentials, each.region(), each.time(),
				SignableRequest.of(each.headers(), each.body()));
		assertSoftly((softly) -> {
			softly.assertThat(steps.canonicalRequest()).isEqualTo(each.expected("canonicalRequest"));
			softly.assertThat(steps.stringToSign()).isEqualTo(each.expected("stringToSign"));
			softly.assertThat(signature.authorization()).isEqualTo(each.expected("authorization"));
			softly.assertThat(signature.authorization()).endsWith(", Signature=" + each.expected("signature"));
			softly.assertThat(signature.authorization())
				.contains(" SignedHeaders=" + each.expected("signedHeaders") + ",");
			softly.assertThat(signature.amzDate()).isEqualTo(each.amzDate());
			softly.assertThat(signature.securityToken()).isEqualTo(credentials.sessionToken());
		});
	}

	private static boolean leavesTokenUnsigned(SigningCase each) {
		return each.option("addSessionTokenAfterSigning");
	}

	private static Stream<SigningCase> posts() {
		return SigningCase.all().stream().filter((each) -> POSTS.contains(each.group()));
	}

	private static Stream<DynamicTest> tests(Stream<SigningCase> cases, Verification verification) {
		Function<SigningCase, DynamicTest> test = (each) -> DynamicTest.dynamicTest(each.id(),
				() -> verification.verify(each));
		return cases.map(test);
	}

	@FunctionalInterface
	private interface Verification {

		void verify(SigningCase each);

	}

	private record Steps(String canonicalRequest, String stringToSign) {

		static Steps of(SigningCase each, AwsCredentials credentials) {
			AmzDate date = AmzDate.of(each.time());
			SigningKey key = new AwsV4Signer(each.service()).signingKey(credentials, each.region(), date);
			SignableRequest request = SignableRequest.of(each.headers(), each.body());
			byte[] canonicalRequest = CanonicalRequests.text(each.headers(), date, key.tokenLine(), request.bodyHash());
			byte[] stringToSign = AwsV4Signer.stringToSign(date, key,
					Sha256.hash(canonicalRequest, canonicalRequest.length));
			return new Steps(new String(canonicalRequest, StandardCharsets.UTF_8),
					new String(stringToSign, StandardCharsets.UTF_8));
		}

	}

}
