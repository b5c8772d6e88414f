package io.sprockets.dynamodb.credentials.metadata;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.exchange.CredentialsRequest;
import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;

/**
 * The token of a session with the instance metadata service.
 *
 * @param value what is sent; never printed
 * @param endpoint whose token it is
 * @param end from when on it is not used
 */
record MetadataToken(String value, String endpoint, Instant end) {

	private static final String TTL_HEADER = "x-aws-ec2-metadata-token-ttl-seconds";

	private static final Duration LIFE = Duration.ofHours(6);

	/**
	 * How long before its end a token is no longer used.
	 */
	private static final Duration MARGIN = Duration.ofMinutes(2);

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+/=_.~-]{1,2048}");

	static CredentialsRequest withLifetime(CredentialsRequest request) {
		return request.withHeader(TTL_HEADER, Long.toString(LIFE.toSeconds()));
	}

	/**
	 * Reads the answer to a request for a token.
	 * @throws CredentialsExchangeException if it is something else
	 */
	static MetadataToken read(CredentialsResponse response, String endpoint, Instant now) {
		String value = new String(response.body(), StandardCharsets.UTF_8).strip();
		if (!FORM.matcher(value).matches()) {
			throw new CredentialsExchangeException("the answer is not a session token", null);
		}
		return new MetadataToken(value, endpoint, now.plus(life(response)).minus(MARGIN));
	}

	private static Duration life(CredentialsResponse response) {
		List<String> served = response.headers().getOrDefault(TTL_HEADER, List.of());
		try {
			return served.isEmpty() ? LIFE : Duration.ofSeconds(Integer.parseInt(served.get(0).strip()));
		}
		catch (NumberFormatException ex) {
			return LIFE;
		}
	}

	CredentialsRequest authorize(CredentialsRequest request) {
		return request.withHeader("x-aws-ec2-metadata-token", this.value);
	}

	boolean isFor(MetadataSettings settings, Instant now) {
		return this.endpoint.equals(settings.endpoint()) && now.isBefore(this.end);
	}

	@Override
	public String toString() {
		return "MetadataToken[hidden]";
	}

}
