package io.sprockets.dynamodb.credentials.sso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.sprockets.dynamodb.codec.PlainJson;
import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchange;
import io.sprockets.dynamodb.credentials.exchange.CredentialsRequest;
import io.sprockets.dynamodb.credentials.exchange.ScriptedExchange;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.RecordingEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class SsoSourceTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String PORTAL = "GET https://portal.sso.eu-west-1.amazonaws.com/federation/credentials"
			+ "?role_name=Reader&account_id=123456789012";

	private static final String OIDC = "POST https://oidc.eu-west-1.amazonaws.com/token";

	private static final String ANSWER = """
			{"roleCredentials": {"accessKeyId": "AKID", "secretAccessKey": "hush", "sessionToken": "session",
			 "expiration": 1900000000000}}""";

	private static final String RENEWED = """
			{"accessToken": "new-access", "expiresIn": 3600, "refreshToken": "new-refresh", "tokenType": "Bearer"}""";

	private static final AwsCredentials CREDENTIALS = new AwsCredentials("AKID", "hush", "session",
			Instant.ofEpochSecond(1_900_000_000), "123456789012");

	private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

	/** Of the session's name. */
	private static final String SESSION_FILE = "34c6fceca75e456f25e7e99531e2425c6c1de443.json";

	private static final String REMEDY = ". Run 'aws sso login --sso-session dev'";

	@TempDir
	private Path home;

	private final ScriptedExchange exchange = new ScriptedExchange();

	private Path cache;

	@BeforeEach
	void createCache() throws IOException {
		this.cache = Files.createDirectories(this.home.resolve(".aws").resolve("sso").resolve("cache"));
	}

	@Test
	void validTokenGivesTheRolesCredentials() throws IOException {
		token("2026-11-24T13:00:00Z");
		this.exchange.on(PORTAL, 200, ANSWER);
		assertFound(session());
		assertThat(this.exchange.requests()).singleElement().satisfies((request) -> {
			assertThat(request.headers()).containsEntry("x-amz-sso_bearer_token", "old-access");
			assertThat(request.toString()).doesNotContain("old-access");
		});
	}

	@Test
	void loginWithoutSessionHasItsFileByStartUrl() throws IOException {
		Files.writeString(this.cache.resolve("dace00cba5f8355ec9d274ceb2bcebdfbeed0e12.json"),
				"{\"accessToken\": \"legacy\", \"expiresAt\": \"2026-11-24T12:00:01UTC\"}");
		this.exchange.on(PORTAL, 200, ANSWER);
		assertFound(settings(null, "https://ssotest.awsapps.com/start", "eu-west-1", false, false));
		assertThat(this.exchange.requests().get(0).headers()).containsEntry("x-amz-sso_bearer_token", "legacy");
	}

	@Test
	void expiredTokenOfALoginWithoutSessionAsksToLogIn() throws IOException {
		Path file = this.cache.resolve("dace00cba5f8355ec9d274ceb2bcebdfbeed0e12.json");
		Files.writeString(file, "{\"accessToken\": \"legacy\", \"expiresAt\": \"2026-11-24T12:00:00Z\", "
				+ "\"refreshToken\": \"r\", \"clientId\": \"i\", \"clientSecret\": \"s\"}");
		assertFails(settings(null, "https://ssotest.awsapps.com/start", "eu-west-1", false, false),
				"its token in " + file + " has expired at 2026-11-24T12:00:00Z. Run 'aws sso login' for this profile");
		assertThat(this.exchange.requests()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-24T12:05:00Z", "2026-11-24T12:04:00Z", "2026-11-24T11:00:00Z" })
	void endingTokenIsRenewedAndWrittenBack(String expiresAt) throws IOException {
		Path file = token(expiresAt);
		this.exchange.on(OIDC, 200, RENEWED).on(PORTAL, 200, ANSWER);
		assertFound(session());
		assertThat(this.exchange.lines()).containsExactly(OIDC, PORTAL);
		CredentialsRequest renewal = this.exchange.requests().get(0);
		assertThat(renewal.headers()).containsEntry("Content-Type", "application/json");
		assertThat(PlainJson.members(renewal.body())).isEqualTo(Map.of("grantType", "refresh_token", "refreshToken",
				"old-refresh", "clientId", "client", "clientSecret", "client-secret"));
		assertThat(this.exchange.requests().get(1).headers()).containsEntry("x-amz-sso_bearer_token", "new-access");
		assertThat(PlainJson.members(Files.readAllBytes(file))).isEqualTo(Map.of("accessToken", "new-access",
				"expiresAt", "2026-11-24T13:00:00Z", "refreshToken", "new-refresh", "clientId", "client",
				"clientSecret", "client-secret", "registrationExpiresAt", "2027-01-01T00:00:00Z", "region", "eu-west-1",
				"startUrl", "https://start.example.com", "other", 7));
		assertThat(filesInCache()).containsExactly(SESSION_FILE);
	}

	@Test
	void writtenTokenIsReadableByItsOwnerOnly() throws IOException {
		Path file = token("2026-11-24T12:01:00Z");
		Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
		this.exchange.on(OIDC, 200, RENEWED).on(PORTAL, 200, ANSWER);
		assertFound(session());
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

	@Test
	void tokenThatIsFarFromItsEndIsNotRenewed() throws IOException {
		token("2026-11-24T12:05:01Z");
		this.exchange.on(PORTAL, 200, ANSWER);
		assertFound(session());
		assertThat(this.exchange.lines()).containsExactly(PORTAL);
	}

	@Test
	void tokenThatCannotBeRenewedIsUsedUntilItsEnd() throws IOException {
		token("2026-11-24T12:01:00Z");
		this.exchange.on(OIDC, 400, "{\"error\": \"invalid_grant\"}").on(PORTAL, 200, ANSWER);
		assertFound(session());
		assertThat(this.exchange.requests().get(1).headers()).containsEntry("x-amz-sso_bearer_token", "old-access");
	}

	@Test
	void expiredTokenThatCannotBeRenewedAsksToLogIn() throws IOException {
		Path file = token("2026-11-24T11:00:00Z");
		this.exchange.on(OIDC, 400, "{\"error\": \"invalid_grant\", \"error_description\": \"hush\"}");
		assertFails(session(), "its token in " + file + " has expired at 2026-11-24T11:00:00Z, and cannot be renewed: "
				+ "the answer has status 400 (invalid_grant)" + REMEDY);
	}

	@Test
	void tokenThatAnotherToolHasRenewedMeanwhileIsUsed() throws IOException {
		token("2026-11-24T11:00:00Z");
		this.exchange.on(OIDC, 400, "{\"error\": \"invalid_grant\"}").on(PORTAL, 200, ANSWER);
		SsoSource source = new SsoSource(context((request) -> this.exchange.exchange(request).doOnNext((response) -> {
			if (request.method().equals("POST")) {
				writeUnchecked("2026-11-24T13:00:00Z", "others-access");
			}
		})), session());
		StepVerifier.create(source.look()).expectNext(new Found(CREDENTIALS)).expectComplete().verify(SOON);
		assertThat(this.exchange.requests().get(1).headers()).containsEntry("x-amz-sso_bearer_token", "others-access");
	}

	@Test
	void tokenThatEndedAtTheBeginningOfTimeAsksToLogIn() throws IOException {
		Path file = this.cache.resolve(SESSION_FILE);
		Files.writeString(file, "{\"accessToken\": \"a\", \"expiresAt\": \"-1000000000-01-01T00:00:00Z\"}");
		assertFails(session(), "its token in " + file + " has expired at -1000000000-01-01T00:00:00Z" + REMEDY);
	}

	@Test
	void expiredTokenWithoutRegistrationAsksToLogIn() throws IOException {
		Path file = this.cache.resolve(SESSION_FILE);
		Files.writeString(file,
				"{\"accessToken\": \"a\", \"expiresAt\": \"2026-11-24T11:00:00Z\", "
						+ "\"refreshToken\": \"r\", \"clientId\": \"i\", \"clientSecret\": \"s\", "
						+ "\"registrationExpiresAt\": \"2026-11-24T11:00:00Z\"}");
		assertFails(session(), "its token in " + file + " has expired at 2026-11-24T11:00:00Z" + REMEDY);
		assertThat(this.exchange.requests()).isEmpty();
	}

	@Test
	void renewedTokenThatCannotBeWrittenIsKeptInMemory() throws IOException {
		token("2026-11-24T12:01:00Z");
		this.exchange.on(OIDC, 200, RENEWED).on(PORTAL, 200, ANSWER);
		Path away = this.home.resolve("away");
		SsoSource source = new SsoSource(context((request) -> this.exchange.exchange(request).doOnNext((response) -> {
			if (request.method().equals("POST")) {
				move(this.cache, away);
			}
		})), session());
		StepVerifier.create(source.look()).expectNext(new Found(CREDENTIALS)).expectComplete().verify(SOON);
		move(away, this.cache);
		StepVerifier.create(source.look()).expectNext(new Found(CREDENTIALS)).expectComplete().verify(SOON);
		assertThat(this.exchange.lines()).containsExactly(OIDC, PORTAL, PORTAL);
		assertThat(this.exchange.requests().get(2).headers()).containsEntry("x-amz-sso_bearer_token", "new-access");
		token("2026-11-24T12:30:00Z");
		StepVerifier.create(source.look()).expectNext(new Found(CREDENTIALS)).expectComplete().verify(SOON);
		assertThat(this.exchange.requests().get(3).headers()).containsEntry("x-amz-sso_bearer_token", "old-access");
	}

	@Test
	void missingTokenAsksToLogIn() {
		assertFails(session(), "its token in " + this.cache.resolve(SESSION_FILE) + ": it does not exist" + REMEDY);
	}

	@Test
	void missingHomeAsksToLogIn() {
		SsoSource source = new SsoSource(new SourceContext(new RecordingEnvironment(), this.exchange, clock()),
				session());
		assertFails(source,
				"its token in ~/.aws/sso/cache: there is no home folder: HOME and user.home are not set" + REMEDY);
	}

	@Test
	void directoryInPlaceOfTheTokenAsksToLogIn() throws IOException {
		Files.createDirectory(this.cache.resolve(SESSION_FILE));
		assertFails(session(), "its token in " + this.cache.resolve(SESSION_FILE) + ": it is a directory" + REMEDY);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"accessToken": "hush                                        | it is not JSON
			''                                                           | it is not JSON
			["hush"]                                                     | it is JSON, but not an object
			{"accessToken": "hush"}                                      | it lacks expiresAt
			{"expiresAt": "2030-01-01T00:00:00Z"}                        | it lacks accessToken
			{"accessToken": "hush", "expiresAt": "tomorrow"}             | its expiresAt is not a time""")
	void brokenTokenAsksToLogInAndIsNotQuoted(String content, String reason) throws IOException {
		Path file = Files.writeString(this.cache.resolve(SESSION_FILE), content);
		assertFails(session(), "its token in " + file + ": " + reason + REMEDY);
	}

	@Test
	void hugeTokenAsksToLogIn() throws IOException {
		Path file = this.cache.resolve(SESSION_FILE);
		Files.write(file, new byte[70_000]);
		assertFails(session(), "its token in " + file + ": it is larger than 64 KB" + REMEDY);
	}

	@Test
	void unauthorizedTokenAsksToLogIn() throws IOException {
		token("2026-11-24T13:00:00Z");
		this.exchange.on(PORTAL, 401, "", "x-amzn-ErrorType", "UnauthorizedException");
		assertFails(session(), "the portal does not take its token" + REMEDY);
	}

	@Test
	void roleThatIsNotAssignedIsNamed() throws IOException {
		token("2026-11-24T13:00:00Z");
		this.exchange.on(PORTAL, 403, "{\"__type\": \"ForbiddenException\", \"message\": \"No access\"}");
		assertFails(session(), "the answer has status 403 (ForbiddenException); check that account 123456789012 has "
				+ "the role Reader, assigned to you");
	}

	@Test
	void passingFailuresAreTriedAgain() throws IOException {
		token("2026-11-24T13:00:00Z");
		this.exchange.on(PORTAL, 429, "").on(PORTAL, 503, "").on(PORTAL, 200, ANSWER);
		assertFound(session());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			503 |                                                 | the answer has status 503
			429 |                                                 | the answer has status 429
			200 | <html>hush</html>                               | the answer is HTML or XML, not JSON
			200 | {}                                              | the answer lacks roleCredentials
			200 | {"roleCredentials": {"accessKeyId": "hush"}}    | the answer lacks secretAccessKey, sessionToken""")
	void badAnswerIsAnErrorThatSaysWhy(int status, String body, String reason) throws IOException {
		token("2026-11-24T13:00:00Z");
		this.exchange.on(PORTAL, status, (body != null) ? body : "");
		assertFails(session(), reason);
	}

	@Test
	void unreachablePortalIsAnError() throws IOException {
		token("2026-11-24T13:00:00Z");
		this.exchange.fail(PORTAL, "no connection could be made", false);
		assertFails(session(), "no connection could be made (2 attempts)");
	}

	@ParameterizedTest
	@CsvSource({ "us-east-2,false,false,portal.sso.us-east-2.amazonaws.com,oidc.us-east-2.amazonaws.com",
			"us-east-2,true,false,portal.sso-fips.us-east-2.amazonaws.com,oidc-fips.us-east-2.amazonaws.com",
			"us-east-2,false,true,portal.sso.us-east-2.api.aws,oidc.us-east-2.api.aws",
			"us-east-2,true,true,portal.sso-fips.us-east-2.api.aws,oidc-fips.us-east-2.api.aws",
			"cn-north-1,false,false,portal.sso.cn-north-1.amazonaws.com.cn,oidc.cn-north-1.amazonaws.com.cn",
			"cn-north-1,false,true,portal.sso.cn-north-1.api.amazonwebservices.com.cn,"
					+ "oidc.cn-north-1.api.amazonwebservices.com.cn",
			"us-gov-west-1,true,false,portal.sso.us-gov-west-1.amazonaws.com,oidc.us-gov-west-1.amazonaws.com",
			"us-gov-west-1,true,true,portal.sso-fips.us-gov-west-1.api.aws,oidc-fips.us-gov-west-1.api.aws" })
	void hostsAreThoseOfTheRuleSets(String region, boolean fips, boolean dualStack, String portal, String oidc) {
		SsoEndpoints endpoints = new SsoEndpoints(
				settings("dev", "https://start.example.com", region, fips, dualStack));
		assertThat(endpoints.credentials().getHost()).isEqualTo(portal);
		assertThat(endpoints.token()).isEqualTo(URI.create("https://" + oidc + "/token"));
	}

	@Test
	void overriddenEndpointsAreUsedAndValuesEncoded() {
		SsoEndpoints endpoints = new SsoEndpoints(
				new SsoSettings("profile 'x'", "dev", "https://start.example.com", "eu-west-1", "12&3", "a role+",
						URI.create("http://localhost:1/"), URI.create("http://localhost:2"), false, false));
		assertThat(endpoints.credentials())
			.isEqualTo(URI.create("http://localhost:1/federation/credentials?role_name=a%20role%2B&account_id=12%263"));
		assertThat(endpoints.token()).isEqualTo(URI.create("http://localhost:2/token"));
	}

	@Test
	void wrongRegionIsNamed() throws IOException {
		token("2026-11-24T13:00:00Z");
		SsoSource source = new SsoSource(context(this.exchange),
				settings("dev", "https://start.example.com", "evil.example.com/", false, false));
		StepVerifier.create(source.look())
			.expectErrorSatisfies((ex) -> assertThat(ex).isExactlyInstanceOf(DynamoDbConfigurationException.class)
				.hasMessageStartingWith("sso_region of the login of profile 'x' is not the name of a region"))
			.verify(SOON);
	}

	private static SsoSettings session() {
		return settings("dev", "https://start.example.com", "eu-west-1", false, false);
	}

	private static SsoSettings settings(@Nullable String session, String startUrl, String region, boolean fips,
			boolean dualStack) {
		return new SsoSettings("profile 'x'", session, startUrl, region, "123456789012", "Reader", null, null, fips,
				dualStack);
	}

	private Path token(String expiresAt) throws IOException {
		return Files.write(this.cache.resolve(SESSION_FILE), json(expiresAt, "old-access"));
	}

	private void writeUnchecked(String expiresAt, String accessToken) {
		try {
			Files.write(this.cache.resolve(SESSION_FILE), json(expiresAt, accessToken));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void move(Path from, Path to) {
		try {
			Files.move(from, to);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] json(String expiresAt, String accessToken) {
		return """
				{"accessToken": "%s", "expiresAt": "%s", "refreshToken": "old-refresh", "clientId": "client",
				 "clientSecret": "client-secret", "registrationExpiresAt": "2027-01-01T00:00:00Z",
				 "region": "eu-west-1", "startUrl": "https://start.example.com", "other": 7}"""
			.formatted(accessToken, expiresAt)
			.getBytes(StandardCharsets.UTF_8);
	}

	private List<String> filesInCache() throws IOException {
		try (Stream<Path> files = Files.list(this.cache)) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

	private SourceContext context(CredentialsExchange exchange) {
		return new SourceContext(new RecordingEnvironment().withVariable("HOME", this.home), exchange, clock());
	}

	private static Clock clock() {
		return Clock.fixed(NOW, ZoneOffset.UTC);
	}

	private void assertFound(SsoSettings settings) {
		StepVerifier.create(new SsoSource(context(this.exchange), settings).look())
			.expectNext(new Found(CREDENTIALS))
			.expectComplete()
			.verify(SOON);
	}

	private void assertFails(SsoSettings settings, String reason) {
		assertFails(new SsoSource(context(this.exchange), settings), reason);
	}

	private static void assertFails(SsoSource source, String reason) {
		StepVerifier.create(source.look())
			.expectErrorSatisfies((ex) -> assertThat(ex).isExactlyInstanceOf(CredentialsRetrievalException.class)
				.hasMessage("Cannot get credentials with the login of profile 'x': " + reason))
			.verify(SOON);
	}

}
