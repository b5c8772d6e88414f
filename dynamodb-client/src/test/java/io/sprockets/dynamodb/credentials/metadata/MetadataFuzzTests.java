package io.sprockets.dynamodb.credentials.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.FakeExchange;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.fuzz.CredentialsFuzzing;
import io.sprockets.dynamodb.credentials.fuzz.RandomMembers;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.profile.RecordingEnvironment;
import io.sprockets.dynamodb.test.fuzz.FuzzRun;
import io.sprockets.dynamodb.test.fuzz.FuzzTarget;
import io.sprockets.dynamodb.test.fuzz.FuzzedFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Broken answers of metadata services: each gives what plain Jackson finds there, or an
 * error that quotes nothing of it.
 */
class MetadataFuzzTests {

	private static final Pattern ROLE_ARN = Pattern.compile("arn:[^:]+:iam::([0-9]+):role/.*");

	private static final Map<String, List<String>> MEMBERS = Map.of("Code",
			List.of("\"Success\"", "\"Success\"", "\"AssumeRoleUnauthorizedAccess\"", "null"), "AccessKeyId",
			CredentialsFuzzing.texts("AKIDEXAMPLE", "ASIAEXAMPLE"), "SecretAccessKey",
			CredentialsFuzzing.texts(CredentialsFuzzing.SECRET), "Token",
			CredentialsFuzzing.texts(CredentialsFuzzing.SECRET.repeat(20), "token"), "Expiration",
			CredentialsFuzzing.texts(CredentialsFuzzing.TIMES.toArray(String[]::new)), "AccountId",
			List.of("\"123456789012\"", "null", "7"), "RoleArn",
			CredentialsFuzzing.texts("arn:aws:iam::123456789012:role/a/b", "arn:aws-cn:iam::1:role/", "arn"),
			"LastUpdated", CredentialsFuzzing.texts("2030-01-31T06:00:00Z"));

	private static final FuzzedFormat TOKENS = new FuzzedFormat(
			"=\n\r \t+/.~-_\u0000{\"".getBytes(StandardCharsets.US_ASCII),
			List.of("\n", "\r\n", " ", "AQAEA", "==", "\uFEFF", "\u2028", "a".repeat(2_000), CredentialsFuzzing.SECRET),
			FuzzedFormat.EDGE_NUMBERS, List.of(new FuzzedFormat.Nesting("<", ">")));

	@Test
	void anyAnswerOfAnInstanceIsReadOrRefused() throws Exception {
		new FuzzRun("answers of instances", CredentialsFuzzing.JSON, (seed) -> new RandomMembers(seed, MEMBERS))
			.read(20_000, () -> (input) -> {
				JsonNode answer = CredentialsFuzzing.object(input);
				AwsCredentials expected = ofInstance(answer);
				try {
					assertThat(InstanceRole.read(CredentialsFuzzing.response(200, input))).isEqualTo(expected);
					return true;
				}
				catch (CredentialsExchangeException ex) {
					requireRefused(answer, expected, ex);
					return false;
				}
			});
	}

	@Test
	void anyAnswerOfAContainerIsReadOrRefused() throws Exception {
		new FuzzRun("answers of containers", CredentialsFuzzing.JSON, (seed) -> new RandomMembers(seed, MEMBERS))
			.read(10_000, MetadataFuzzTests::container);
	}

	@Test
	void anySessionTokenIsTakenOrRefused() throws Exception {
		new FuzzRun("session tokens", TOKENS, (seed) -> {
			Random random = new Random(seed);
			return () -> (CredentialsFuzzing.SECRET + random.nextLong() + "==\n".repeat(random.nextInt(2)))
				.getBytes(StandardCharsets.US_ASCII);
		}).read(20_000, () -> (input) -> {
			String expected = token(input);
			try {
				MetadataToken token = MetadataToken.read(CredentialsFuzzing.response(200, input), "http://x",
						Instant.EPOCH);
				assertThat(token.value()).isEqualTo(expected);
				assertThat(token.toString()).isEqualTo("MetadataToken[hidden]");
				return true;
			}
			catch (CredentialsExchangeException ex) {
				CredentialsFuzzing.requireDiscreet(ex);
				assertThat(expected).isNull();
				return false;
			}
		});
	}

	private static @Nullable AwsCredentials ofInstance(@Nullable JsonNode answer) {
		if (answer == null) {
			return null;
		}
		String code = CredentialsFuzzing.text(answer, "Code");
		String id = CredentialsFuzzing.text(answer, "AccessKeyId");
		String secret = CredentialsFuzzing.text(answer, "SecretAccessKey");
		String token = CredentialsFuzzing.text(answer, "Token");
		String end = CredentialsFuzzing.text(answer, "Expiration");
		Instant expiration = CredentialsFuzzing.instant(end);
		boolean whole = id != null && secret != null && token != null && expiration != null;
		return (whole && (code == null || code.equals("Success")))
				? new AwsCredentials(id, secret, token, expiration, CredentialsFuzzing.text(answer, "AccountId"))
				: null;
	}

	/**
	 * Returns what looks at a container whose service gives the input with statuses that
	 * are not tried again.
	 */
	private static FuzzTarget container() {
		int[] statuses = { 200, 200, 200, 200, 201, 400, 403, 404 };
		byte[][] body = { {} };
		int[] turn = { 0 };
		FakeExchange exchange = new FakeExchange(
				(request) -> Mono.just(CredentialsFuzzing.response(statuses[turn[0] % statuses.length], body[0])));
		ContainerSource source = new ContainerSource(new SourceContext(new RecordingEnvironment().withVariable(
				"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/0a1b2c"), exchange, Clock.systemUTC()));
		return (input) -> {
			JsonNode answer = CredentialsFuzzing.object(input);
			body[0] = input;
			boolean success = statuses[++turn[0] % statuses.length] < 300;
			AwsCredentials expected = success ? ofContainer(answer) : null;
			try {
				assertThat(((Found) source.look().block()).credentials()).isEqualTo(expected);
				return true;
			}
			catch (CredentialsRetrievalException ex) {
				requireRefused(answer, expected, ex);
				return success && expected != null;
			}
			finally {
				exchange.requests().clear();
			}
		};
	}

	private static @Nullable AwsCredentials ofContainer(@Nullable JsonNode answer) {
		if (answer == null) {
			return null;
		}
		String id = CredentialsFuzzing.text(answer, "AccessKeyId");
		String secret = CredentialsFuzzing.text(answer, "SecretAccessKey");
		String end = CredentialsFuzzing.text(answer, "Expiration");
		Instant expiration = CredentialsFuzzing.instant(end);
		if (id == null || secret == null || (end != null && expiration == null)) {
			return null;
		}
		String account = CredentialsFuzzing.text(answer, "AccountId");
		String role = CredentialsFuzzing.text(answer, "RoleArn");
		if (account == null && role != null) {
			Matcher matcher = ROLE_ARN.matcher(role);
			account = matcher.matches() ? matcher.group(1) : null;
		}
		return new AwsCredentials(id, secret, CredentialsFuzzing.text(answer, "Token"), expiration, account);
	}

	private static void requireRefused(@Nullable JsonNode answer, @Nullable AwsCredentials expected, Throwable ex) {
		if (!CredentialsFuzzing.isNamedBySecret(answer)) {
			CredentialsFuzzing.requireDiscreet(ex);
		}
		assertThat(expected).as(ex.getMessage()).isNull();
	}

	private static @Nullable String token(byte[] input) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(input)).toString().strip();
			boolean token = !text.isEmpty() && text.length() <= 2_048 && text.chars()
				.allMatch((next) -> Character.isLetterOrDigit(next) && next < 128 || "+/=_.~-".indexOf(next) >= 0);
			return token ? text : null;
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

}
