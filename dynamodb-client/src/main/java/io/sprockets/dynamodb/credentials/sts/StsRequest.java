package io.sprockets.dynamodb.credentials.sts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.exchange.CredentialsRequest;
import io.sprockets.dynamodb.signing.AwsV4Signer;
import io.sprockets.dynamodb.signing.SignableHeaders;
import io.sprockets.dynamodb.signing.SignableRequest;
import io.sprockets.dynamodb.signing.Signature;
import org.jspecify.annotations.Nullable;

/**
 * An action with its parameters, as a form.
 *
 * @param endpoint where to
 * @param parameters the form's fields; some are secret
 * @param signer who signs, {@code null} where the parameters themselves say who asks
 */
record StsRequest(StsEndpoint endpoint, Map<String, String> parameters, @Nullable AwsCredentials signer) {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final String VERSION = "2011-06-15";

	private static final String CONTENT_TYPE = "application/x-www-form-urlencoded; charset=utf-8";

	private static final AwsV4Signer SIGNER = new AwsV4Signer("sts");

	static StsRequest of(StsEndpoint endpoint, String action, Map<String, String> parameters,
			@Nullable AwsCredentials signer) {
		Map<String, String> all = new LinkedHashMap<>();
		all.put("Action", action);
		all.put("Version", VERSION);
		all.putAll(parameters);
		return new StsRequest(endpoint, all, signer);
	}

	/**
	 * Returns the request of one attempt.
	 */
	CredentialsRequest attempt(Instant time) {
		byte[] body = form().getBytes(StandardCharsets.UTF_8);
		CredentialsRequest request = CredentialsRequest.of("POST", this.endpoint.uri(), TIMEOUT)
			.withHeader("Content-Type", CONTENT_TYPE)
			.withBody(body);
		return (this.signer != null) ? signed(request, this.signer, time) : request;
	}

	private CredentialsRequest signed(CredentialsRequest request, AwsCredentials signer, Instant time) {
		SignableHeaders headers = SignableHeaders.ofHost(this.endpoint.uri().getRawAuthority())
			.with("Content-Type", CONTENT_TYPE);
		Signature signature = SIGNER.sign(signer, this.endpoint.region(), time,
				SignableRequest.of(headers, request.body()));
		CredentialsRequest signed = request.withHeader("X-Amz-Date", signature.amzDate())
			.withHeader("Authorization", signature.authorization());
		String token = signature.securityToken();
		return (token != null) ? signed.withHeader("X-Amz-Security-Token", token) : signed;
	}

	private String form() {
		return this.parameters.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	@Override
	public String toString() {
		return "StsRequest[" + this.endpoint.uri() + "]";
	}

}
