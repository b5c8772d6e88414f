package io.sprockets.dynamodb.credentials.sso;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.sprockets.dynamodb.codec.MalformedAnswerException;
import io.sprockets.dynamodb.codec.PlainJson;
import io.sprockets.dynamodb.credentials.exchange.AnswerMembers;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.file.UnusableFileException;
import org.jspecify.annotations.Nullable;

/**
 * The token of a login, as AWS's tools keep it.
 *
 * @param members everything in its file, known or not
 * @param accessToken what the portal takes; never printed
 * @param expiresAt when the portal no longer takes it
 */
record SsoToken(Map<String, @Nullable Object> members, String accessToken, Instant expiresAt) {

	private static final String ACCESS_TOKEN = "accessToken";

	private static final String EXPIRES_AT = "expiresAt";

	private static final String REFRESH_TOKEN = "refreshToken";

	/**
	 * How long before its end a token is renewed, as in AWS's SDKs.
	 */
	private static final Duration RENEWAL_WINDOW = Duration.ofMinutes(5);

	/**
	 * Reads a file's text.
	 * @throws UnusableFileException if it is not a token
	 */
	static SsoToken read(String json) {
		Map<String, @Nullable Object> members;
		try {
			members = PlainJson.members(json.getBytes(StandardCharsets.UTF_8));
		}
		catch (MalformedAnswerException ex) {
			throw new UnusableFileException("it is not JSON", ex);
		}
		if (members == null) {
			throw new UnusableFileException("it is JSON, but not an object", null);
		}
		String accessToken = text(members, ACCESS_TOKEN);
		Instant expiresAt = time(members, EXPIRES_AT);
		if (accessToken == null || expiresAt == null) {
			throw new UnusableFileException("it lacks " + ((accessToken == null) ? ACCESS_TOKEN : EXPIRES_AT), null);
		}
		return new SsoToken(members, accessToken, expiresAt);
	}

	boolean isValid(Instant now) {
		return now.isBefore(this.expiresAt);
	}

	/**
	 * Says whether it is time to renew the token.
	 */
	boolean isEnding(Instant now) {
		return !now.plus(RENEWAL_WINDOW).isBefore(this.expiresAt);
	}

	/**
	 * Says whether the token can be renewed without a new login.
	 */
	boolean isRenewable(Instant now) {
		Instant registered = time(this.members, "registrationExpiresAt");
		return text(this.members, REFRESH_TOKEN) != null && text(this.members, "clientId") != null
				&& text(this.members, "clientSecret") != null && (registered == null || now.isBefore(registered));
	}

	/**
	 * Returns the body of the request that renews the token.
	 */
	byte[] renewal() {
		return PlainJson.write(Map.of("grantType", "refresh_token", "refreshToken", member(REFRESH_TOKEN), "clientId",
				member("clientId"), "clientSecret", member("clientSecret")));
	}

	private Object member(String name) {
		return Objects.requireNonNull(this.members.get(name));
	}

	/**
	 * Reads the answer to that request. All other members stay what they are.
	 * @throws CredentialsExchangeException if it has no token
	 */
	SsoToken renewed(AnswerMembers answer, Instant now) {
		String newToken = answer.required(ACCESS_TOKEN);
		Long seconds = answer.integer("expiresIn");
		if (seconds == null || seconds <= 0 || seconds > Integer.MAX_VALUE) {
			throw new CredentialsExchangeException("the answer lacks expiresIn", null);
		}
		Instant end = now.plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
		Map<String, @Nullable Object> renewed = new LinkedHashMap<>(this.members);
		renewed.put(ACCESS_TOKEN, newToken);
		renewed.put(EXPIRES_AT, end.toString());
		String refreshToken = answer.text(REFRESH_TOKEN);
		if (refreshToken != null) {
			renewed.put(REFRESH_TOKEN, refreshToken);
		}
		return new SsoToken(renewed, newToken, end);
	}

	byte[] json() {
		return PlainJson.write(this.members);
	}

	private static @Nullable String text(Map<String, @Nullable Object> members, String name) {
		return (members.get(name) instanceof String text && !text.isBlank()) ? text : null;
	}

	private static @Nullable Instant time(Map<String, @Nullable Object> members, String name) {
		String text = text(members, name);
		if (text == null) {
			return null;
		}
		try {
			// Former versions of the AWS CLI wrote the zone so
			return Instant.parse(text.endsWith("UTC") ? text.substring(0, text.length() - 3) + "Z" : text);
		}
		catch (DateTimeException ex) {
			throw new UnusableFileException("its " + name + " is not a time", null);
		}
	}

	@Override
	public String toString() {
		return "SsoToken[hidden]";
	}

}
