package io.sprockets.dynamodb.signing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sprockets.dynamodb.credentials.AwsCredentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AwsV4Signer} beyond what the vectors and the AWS SDK say.
 */
class AwsV4SignerTests {

	private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

	private static final SignableHeaders HEADERS = SignableHeaders.ofHost("dynamodb.us-east-1.amazonaws.com")
		.with("content-type", "application/x-amz-json-1.0");

	private final AwsV4Signer signer = new AwsV4Signer("dynamodb");

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n" })
	void blankTokenIsNeitherSignedNorSent(String token) {
		Signature signature = sign(AwsCredentials.of("AKIDEXAMPLE", "secret", token), TIME);
		assertThat(signature.securityToken()).isNull();
		assertThat(signature).isEqualTo(sign(AwsCredentials.of("AKIDEXAMPLE", "secret"), TIME));
	}

	@ParameterizedTest
	@ValueSource(strings = { "AKIDEXAMPLE\n", "AKID\u0000EXAMPLE", "AKIDEXAMPL\u00c9", "AKID\u201cEXAMPLE" })
	void keyThatNoHeaderCarriesIsRefusedWithoutBeingShown(String broken) {
		for (AwsCredentials credentials : new AwsCredentials[] { AwsCredentials.of(broken, "secret"),
				AwsCredentials.of("AKIDEXAMPLE", "secret", broken) }) {
			assertThatIllegalArgumentException().isThrownBy(() -> sign(credentials, TIME))
				.withMessageContaining("not printable ASCII, at index ")
				.withMessageNotContaining("AKID");
		}
	}

	@Test
	void tokenIsSignedAndSent() {
		Signature signature = sign(AwsCredentials.of("AKIDEXAMPLE", "secret", "token"), TIME);
		assertThat(signature.securityToken()).isEqualTo("token");
		assertThat(signature.authorization())
			.contains("SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target,");
	}

	@Test
	void everyAttemptOfARequestIsSignedAfresh() {
		SignableRequest request = request();
		AwsCredentials credentials = AwsCredentials.of("AKIDEXAMPLE", "secret");
		Signature first = this.signer.sign(credentials, "us-east-1", TIME, request);
		Signature second = this.signer.sign(credentials, "us-east-1", TIME.plusSeconds(1), request);
		assertThat(second.amzDate()).isEqualTo("20260301T120001Z");
		assertThat(second).isEqualTo(sign(credentials, TIME.plusSeconds(1)));
		assertThat(second.authorization()).isNotEqualTo(first.authorization());
	}

	@Test
	void secretsAreNotPrinted() {
		AwsCredentials credentials = AwsCredentials.of("AKIDEXAMPLE", "the-secret", "the-token");
		Signature signature = sign(credentials, TIME);
		SigningKey key = this.signer.signingKey(credentials, "us-east-1", AmzDate.of(TIME));
		assertThat(signature).hasToString("Signature[amzDate=20260301T120000Z]");
		for (Object each : new Object[] { signature, this.signer, key, request(), request().headers() }) {
			assertThat(each.toString()).doesNotContain("the-secret", "the-token", "AKIDEXAMPLE");
		}
	}

	@Test
	void timeThatTheHeaderCannotHoldIsRefused() {
		AwsCredentials credentials = AwsCredentials.of("AKIDEXAMPLE", "secret");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> sign(credentials, Instant.parse("+10000-01-01T00:00:00Z")))
			.withMessageContaining("years 0 to 9999");
	}

	private Signature sign(AwsCredentials credentials, Instant time) {
		return this.signer.sign(credentials, "us-east-1", time, request());
	}

	private static SignableRequest request() {
		return SignableRequest.of(HEADERS.with("x-amz-target", "DynamoDB_20120810.GetItem"),
				"{}".getBytes(StandardCharsets.UTF_8));
	}

}
