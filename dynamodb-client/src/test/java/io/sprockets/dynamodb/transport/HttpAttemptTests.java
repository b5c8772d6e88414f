package io.sprockets.dynamodb.transport;

import java.net.URI;

import io.sprockets.dynamodb.endpoint.Endpoint;
import io.sprockets.dynamodb.error.FailedCall;
import io.sprockets.dynamodb.signing.Signature;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HttpAttemptTests {

	private static final URI ROOT = URI.create("https://dynamodb.eu-central-1.amazonaws.com/");

	private final HttpAttempt attempt = new HttpAttempt("GetItem", "orders",
			new Endpoint(ROOT, ROOT.getRawAuthority(), "eu-central-1", false), "DynamoDB_20120810.GetItem",
			new Signature("AWS4-HMAC-SHA256 to-hide", "20260101T000000Z", "token-to-hide"), "id", 3, 4,
			"body-to-hide".getBytes(), 12);

	@Test
	void printsNeitherSignatureNorTokenNorBody() {
		assertThat(this.attempt).hasToString("HttpAttempt[GetItem, " + ROOT + ", 3]");
		assertThat(this.attempt.signature().toString()).doesNotContain("to-hide");
	}

	@Test
	void tellsItsErrorWhatItWas() {
		assertThat(this.attempt.failedCall()).isEqualTo(new FailedCall("GetItem", "orders", ROOT, 3));
	}

}
