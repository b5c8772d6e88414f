package io.sprockets.dynamodb.credentials.sso;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.exchange.AnswerMembers;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.file.UnusableFileException;
import io.sprockets.dynamodb.credentials.fuzz.CredentialsFuzzing;
import io.sprockets.dynamodb.credentials.fuzz.RandomMembers;
import io.sprockets.dynamodb.test.fuzz.FuzzRun;
import io.sprockets.dynamodb.test.fuzz.FuzzTarget;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Broken tokens of a login, and broken answers to who shows one: each is read as plain
 * Jackson reads it, or refused without being quoted.
 */
class SsoFuzzTests {

	private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

	private static final String ACCOUNT = "123456789012";

	private static final List<String> TIMES = CredentialsFuzzing.texts(CredentialsFuzzing.TIMES.toArray(String[]::new));

	private static final Map<String, List<String>> TOKEN = Map.of("accessToken",
			CredentialsFuzzing.texts(CredentialsFuzzing.SECRET, "\\ud83d\\ude00" + CredentialsFuzzing.SECRET),
			"expiresAt", TIMES, "refreshToken", CredentialsFuzzing.texts(CredentialsFuzzing.SECRET), "clientId",
			CredentialsFuzzing.texts("client"), "clientSecret", CredentialsFuzzing.texts(CredentialsFuzzing.SECRET),
			"registrationExpiresAt", TIMES, "region", CredentialsFuzzing.texts("eu-west-1"), "other",
			List.of("7", "null", "[1e3]"));

	private static final Map<String, List<String>> RENEWAL = Map.of("accessToken",
			CredentialsFuzzing.texts(CredentialsFuzzing.SECRET), "expiresIn",
			List.of("28800", "1", "0", "-1", "2147483647", "2147483648", "9223372036854775807", "1.5"), "refreshToken",
			CredentialsFuzzing.texts(CredentialsFuzzing.SECRET), "tokenType", CredentialsFuzzing.texts("Bearer"));

	private static final Map<String, List<String>> ROLE = Map.of("accessKeyId", CredentialsFuzzing.texts("AKID"),
			"secretAccessKey", CredentialsFuzzing.texts(CredentialsFuzzing.SECRET), "sessionToken",
			CredentialsFuzzing.texts(CredentialsFuzzing.SECRET.repeat(20)), "expiration", List.of("1900000000000", "0",
					"-1", "9223372036854775807", "-9223372036854775808", "1.9e12", "\"1900000000000\"", "null"));

	@Test
	void anyTokenFileIsReadOrRefused() throws Exception {
		new FuzzRun("SSO tokens", CredentialsFuzzing.JSON, (seed) -> new RandomMembers(seed, TOKEN)).read(20_000,
				() -> (input) -> {
					// The file's reader refuses what is not UTF-8
					String text = new String(input, StandardCharsets.UTF_8);
					JsonNode expected = CredentialsFuzzing.object(text.getBytes(StandardCharsets.UTF_8));
					try {
						requireSame(expected, SsoToken.read(text));
						return true;
					}
					catch (UnusableFileException ex) {
						CredentialsFuzzing.requireDiscreet(ex);
						assertThat(expected != null && isToken(expected)).as(ex.getMessage()).isFalse();
						return false;
					}
				});
	}

	@Test
	void anyRenewalIsTakenOrRefused() throws Exception {
		SsoToken origin = SsoToken.read("{\"accessToken\":\"old\",\"expiresAt\":\"2030-01-31T12:00:00Z\",\"kept\":1}");
		new FuzzRun("SSO renewals", CredentialsFuzzing.JSON, (seed) -> new RandomMembers(seed, RENEWAL)).read(10_000,
				() -> (input) -> {
					JsonNode answer = CredentialsFuzzing.object(input);
					String token = (answer != null) ? CredentialsFuzzing.text(answer, "accessToken") : null;
					Long seconds = (answer != null) ? integer(answer.get("expiresIn")) : null;
					boolean right = token != null && seconds != null && seconds > 0 && seconds <= Integer.MAX_VALUE;
					try {
						SsoToken renewed = origin.renewed(AnswerMembers.of(CredentialsFuzzing.response(200, input)),
								NOW);
						assertThat(right).isTrue();
						assertThat(renewed.accessToken()).isEqualTo(token);
						assertThat(renewed.expiresAt()).isEqualTo(NOW.plusSeconds(seconds));
						requireWritten(renewed);
						return true;
					}
					catch (CredentialsExchangeException ex) {
						CredentialsFuzzing.requireDiscreet(ex);
						assertThat(right).as(ex.getMessage()).isFalse();
						return false;
					}
				});
	}

	@Test
	void anyAnswerOfThePortalIsReadOrRefused() throws Exception {
		SsoSettings settings = new SsoSettings("profile 'x'", "dev", "https://start.example.com", "eu-west-1", ACCOUNT,
				"Reader", null, null, false, false);
		new FuzzRun("answers of the SSO portal", CredentialsFuzzing.JSON, (seed) -> {
			RandomMembers role = new RandomMembers(seed, ROLE);
			return () -> ("{\"roleCredentials\":" + role.object() + "}").getBytes(StandardCharsets.UTF_8);
		}).read(20_000, () -> portal(settings));
	}

	private static FuzzTarget portal(SsoSettings settings) {
		int[] statuses = { 200, 200, 200, 401, 403, 400 };
		int[] turn = { 0 };
		return (input) -> {
			int status = statuses[turn[0]++ % statuses.length];
			JsonNode answer = CredentialsFuzzing.object(input);
			AwsCredentials expected = (status == 200) ? credentials(answer) : null;
			try {
				assertThat(PortalAnswer.read(CredentialsFuzzing.response(status, input), settings)).isEqualTo(expected);
				return true;
			}
			catch (SsoLoginException | CredentialsExchangeException ex) {
				if (!CredentialsFuzzing.isNamedBySecret(answer)) {
					CredentialsFuzzing.requireDiscreet(ex);
				}
				assertThat(expected).as(ex.getMessage()).isNull();
				return false;
			}
		};
	}

	private static @Nullable AwsCredentials credentials(@Nullable JsonNode answer) {
		JsonNode role = (answer != null) ? answer.get("roleCredentials") : null;
		if (role == null || !role.isObject()) {
			return null;
		}
		String id = CredentialsFuzzing.text(role, "accessKeyId");
		String secret = CredentialsFuzzing.text(role, "secretAccessKey");
		String token = CredentialsFuzzing.text(role, "sessionToken");
		Long end = integer(role.get("expiration"));
		return (id != null && secret != null && token != null)
				? new AwsCredentials(id, secret, token, (end != null) ? Instant.ofEpochMilli(end) : null, ACCOUNT)
				: null;
	}

	private static @Nullable Long integer(@Nullable JsonNode number) {
		return (number != null && number.isIntegralNumber() && number.canConvertToLong()) ? number.longValue() : null;
	}

	private static boolean isToken(JsonNode token) {
		return CredentialsFuzzing.text(token, "accessToken") != null && time(token, "expiresAt") != null;
	}

	private static @Nullable Instant time(JsonNode token, String name) {
		String text = CredentialsFuzzing.text(token, name);
		return (text != null) ? CredentialsFuzzing.instant(text.replaceFirst("UTC$", "Z")) : null;
	}

	private static void requireSame(@Nullable JsonNode expected, SsoToken token) {
		assertThat(expected).isNotNull();
		assertThat(token.accessToken()).isEqualTo(CredentialsFuzzing.text(expected, "accessToken"));
		assertThat(token.expiresAt()).isEqualTo(time(expected, "expiresAt"));
		assertThat(token.toString()).isEqualTo("SsoToken[hidden]");
		assertThat(token.isEnding(NOW)).isEqualTo(!token.expiresAt().isAfter(NOW.plusSeconds(300)));
		try {
			if (token.isRenewable(NOW)) {
				assertThat(CredentialsFuzzing.object(token.renewal()).get("refreshToken"))
					.isEqualTo(expected.get("refreshToken"));
			}
		}
		catch (UnusableFileException ex) {
			CredentialsFuzzing.requireDiscreet(ex);
			assertThat(time(expected, "registrationExpiresAt")).isNull();
		}
		requireWritten(token);
	}

	/**
	 * Requires that what is written of a token is read as the same.
	 */
	private static void requireWritten(SsoToken token) {
		SsoToken again = SsoToken.read(new String(token.json(), StandardCharsets.UTF_8));
		assertThat(again.accessToken()).isEqualTo(token.accessToken());
		assertThat(again.expiresAt()).isEqualTo(token.expiresAt());
	}

}
