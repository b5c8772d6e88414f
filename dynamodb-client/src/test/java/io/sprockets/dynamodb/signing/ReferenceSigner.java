package io.sprockets.dynamodb.signing;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

import io.sprockets.dynamodb.credentials.AwsCredentials;

/**
 * The AWS SDK for Java's signer, which adds and signs {@code x-amz-content-sha256}.
 */
final class ReferenceSigner {

	static final String CONTENT_HASH_HEADER = "x-amz-content-sha256";

	private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

	private final String service;

	ReferenceSigner(String service) {
		this.service = service;
	}

	SdkHttpRequest sign(AwsCredentials credentials, String region, Instant time, String host,
			Map<String, List<String>> headers, byte[] body) {
		SdkHttpRequest.Builder request = SdkHttpRequest.builder()
			.method(SdkHttpMethod.POST)
			.protocol("https")
			.host(host)
			.encodedPath("/");
		headers.forEach(request::putHeader);
		SignedRequest signed = this.signer.sign((sign) -> sign.identity(identity(credentials))
			.request(request.build())
			.payload(() -> new ByteArrayInputStream(body))
			.putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, this.service)
			.putProperty(AwsV4HttpSigner.REGION_NAME, region)
			.putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(time, ZoneOffset.UTC)));
		return signed.request();
	}

	private static AwsCredentialsIdentity identity(AwsCredentials credentials) {
		String token = credentials.sessionToken();
		return (token != null)
				? AwsSessionCredentialsIdentity.create(credentials.accessKeyId(), credentials.secretAccessKey(), token)
				: AwsCredentialsIdentity.create(credentials.accessKeyId(), credentials.secretAccessKey());
	}

}
