package io.sprockets.dynamodb.credentials.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.exchange.ScriptedExchange;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.RecordingEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class ContainerSourceTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final String RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";

	private static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";

	private static final String TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";

	private static final String TOKEN_FILE = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";

	private static final String GET = "GET http://169.254.170.2/v2/credentials/0a1b2c";

	private static final String ANSWER = """
			{"AccessKeyId": "AKID", "SecretAccessKey": "hush", "Token": "session", "Expiration": "2030-01-31T12:00:00Z",
			 "AccountId": "123456789012", "RoleArn": "arn:aws:iam::999999999999:role/task"}""";

	private final RecordingEnvironment environment = new RecordingEnvironment();

	private final ScriptedExchange exchange = new ScriptedExchange();

	private final ContainerSource source = new ContainerSource(
			new SourceContext(this.environment, this.exchange, Clock.systemUTC()));

	@Test
	void withoutVariablesThereIsNothing() {
		this.environment.withVariable(RELATIVE, " ");
		StepVerifier.create(this.source.look())
			.expectNext(new Nothing("container: " + RELATIVE + " and " + FULL + " are not set"))
			.expectComplete()
			.verify(SOON);
		assertThat(this.exchange.requests()).isEmpty();
	}

	@Test
	void credentialsOfATaskAreFound() {
		this.environment.withVariable(RELATIVE, "/v2/credentials/0a1b2c");
		this.exchange.on(GET, 200, ANSWER);
		assertFound(
				new AwsCredentials("AKID", "hush", "session", Instant.parse("2030-01-31T12:00:00Z"), "123456789012"));
		assertThat(this.exchange.requests()).singleElement().satisfies((request) -> {
			assertThat(request.headers()).isEqualTo(Map.of("Accept", "application/json"));
			assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(2));
		});
	}

	@Test
	void accountIsThatOfTheRoleIfNoneIsGiven() {
		this.environment.withVariable(RELATIVE, "/v2/credentials/0a1b2c");
		this.exchange.on(GET, 200, ANSWER.replace("AccountId", "Other"));
		assertFound(
				new AwsCredentials("AKID", "hush", "session", Instant.parse("2030-01-31T12:00:00Z"), "999999999999"));
	}

	@Test
	void tokenAndExpirationMayBeAbsent() {
		this.environment.withVariable(RELATIVE, "/v2/credentials/0a1b2c");
		this.exchange.on(GET, 200, "{\"AccessKeyId\": \"AKID\", \"SecretAccessKey\": \"hush\"}");
		assertFound(AwsCredentials.of("AKID", "hush"));
	}

	@Test
	void endedCredentialsAreFoundSinceThisClockMayBeWrong() {
		this.environment.withVariable(RELATIVE, "/v2/credentials/0a1b2c");
		this.exchange.on(GET, 200, ANSWER.replace("2030", "2009"));
		assertFound(
				new AwsCredentials("AKID", "hush", "session", Instant.parse("2009-01-31T12:00:00Z"), "123456789012"));
	}

	@Test
	void tokenOfTheVariableIsSent() {
		full().withVariable(TOKEN, " Basic abc\n");
		this.exchange.on("GET https://example.com/credentials", 200, ANSWER);
		StepVerifier.create(this.source.look()).expectNextCount(1).expectComplete().verify(SOON);
		assertThat(this.exchange.requests().get(0).headers()).containsEntry("Authorization", "Basic abc");
	}

	@Test
	void tokenOfTheFileIsReadEachTimeAndGoesFirst(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("token");
		full().withVariable(TOKEN, "other").withVariable(TOKEN_FILE, file);
		this.exchange.on("GET https://example.com/credentials", 200, ANSWER);
		Files.writeString(file, "first\n");
		StepVerifier.create(this.source.look()).expectNextCount(1).expectComplete().verify(SOON);
		Files.writeString(file, "second");
		StepVerifier.create(this.source.look()).expectNextCount(1).expectComplete().verify(SOON);
		assertThat(this.exchange.requests()).extracting((request) -> request.headers().get("Authorization"))
			.containsExactly("first", "second");
	}

	@Test
	void missingTokenFileIsAnErrorThatNamesIt(@TempDir Path folder) {
		full().withVariable(TOKEN_FILE, folder.resolve("missing"));
		assertFails(CredentialsRetrievalException.class,
				"Cannot use the token for the container's credentials in the file that " + TOKEN_FILE + " names, "
						+ folder.resolve("missing") + ": it does not exist");
		assertThat(this.exchange.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "top\nsecret", "top\r\nsecret: x", "top\u0000secret", "töp-secret" })
	void tokenThatIsNoHeaderIsRefusedAndNotQuoted(String token) {
		full().withVariable(TOKEN, token);
		assertFails(CredentialsRetrievalException.class, "Cannot use the token for the container's credentials in "
				+ TOKEN + ": it has a line break or another character that cannot be in an HTTP header");
		assertThat(this.exchange.requests()).isEmpty();
	}

	@Test
	void emptyTokenFileIsRefused(@TempDir Path folder) throws IOException {
		full().withVariable(TOKEN_FILE, Files.writeString(folder.resolve("token"), "\n"));
		assertFails(CredentialsRetrievalException.class,
				"Cannot use the token for the container's credentials in the file that " + TOKEN_FILE + " names, "
						+ folder.resolve("token") + ": it is empty");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			credentials                    | does not begin with a slash
			@example.com/credentials       | does not begin with a slash
			/a b                           | is not a valid URI""")
	void relativeUriThatIsWrongIsRefused(String uri, String reason) {
		this.environment.withVariable(RELATIVE, uri);
		assertFails(DynamoDbConfigurationException.class, "Environment variable " + RELATIVE + " " + reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost/", "http://LOCALHOST:51678/a", "http://app.localhost/",
			"http://127.0.0.1/", "http://127.255.0.9:80/", "http://[::1]/", "http://[0:0:0:0:0:0:0:1]:1/",
			"http://169.254.170.2/", "http://169.254.170.23/v1/credentials", "http://[fd00:ec2::23]/v1/credentials",
			"http://[fd00:0ec2:0:0::23]/", "https://example.com/", "HTTPS://example.com:444/a?b=c" })
	void fullUriOfTrustedHostIsAsked(String uri) {
		this.environment.withVariable(FULL, uri);
		this.exchange.on("GET " + uri, 200, ANSWER);
		StepVerifier.create(this.source.look()).expectNextCount(1).expectComplete().verify(SOON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://example.com/", "http://169.254.169.254/", "http://169.254.170.24/",
			"http://0.0.0.0/", "http://127.0.0.1.example.com/", "http://localhost.example.com/", "http://notlocalhost/",
			"http://[::]/", "http://[fd00:ec2::24]/", "http://[::ffff:1.2.3.4]/" })
	void plainHttpToOtherHostIsRefused(String uri) {
		this.environment.withVariable(FULL, uri);
		StepVerifier.create(this.source.look())
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(DynamoDbConfigurationException.class)
				.hasMessageContaining(FULL)
				.hasMessageContaining("https only"))
			.verify(SOON);
		assertThat(this.exchange.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/credentials", "credentials", "ftp://localhost/", "file:///etc/passwd", "http:///a",
			"http://local_host/" })
	void fullUriWithoutHostIsRefused(String uri) {
		this.environment.withVariable(FULL, uri);
		assertFails(DynamoDbConfigurationException.class,
				"Environment variable " + FULL + " is not an http or https URL with a host");
	}

	@Test
	void passwordInFullUriIsRefusedAndNotQuoted() {
		this.environment.withVariable(FULL, "https://user:hush@example.com/");
		assertFails(DynamoDbConfigurationException.class,
				"Environment variable " + FULL + " has a user name or password");
	}

	@Test
	void failuresAreTriedAgain() {
		this.environment.withVariable(RELATIVE, "/v2/credentials/0a1b2c");
		this.exchange.on(GET, 500, "").fail(GET, "no answer", true).on(GET, 200, ANSWER);
		StepVerifier.create(this.source.look()).expectNextCount(1).expectComplete().verify(SOON);
		assertThat(this.exchange.requests()).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			503 |                                              | the answer has status 503
			403 | {"code": "AccessDenied", "message": "hush"}  | the answer has status 403 (AccessDenied)
			301 |                                              | the answer has status 301
			200 | <html>hush</html>                            | the answer is HTML or XML, not JSON
			200 | {"AccessKeyId": "hush                        | the answer is not JSON
			200 | {"AccessKeyId": "hush", "Token": "hush"}     | the answer lacks SecretAccessKey
			200 | {"SecretAccessKey": "hush"}                  | the answer lacks AccessKeyId""")
	void badAnswerIsAnErrorThatSaysWhereAndWhy(int status, String body, String reason) {
		this.environment.withVariable(RELATIVE, "/v2/credentials/0a1b2c");
		this.exchange.on(GET, status, (body != null) ? body : "");
		assertFails(CredentialsRetrievalException.class, "Cannot get the container's credentials (" + RELATIVE
				+ ", http://169.254.170.2/v2/credentials/…): " + reason);
	}

	@Test
	void wrongExpirationIsNamed() {
		this.environment.withVariable(RELATIVE, "/v2/credentials/0a1b2c");
		this.exchange.on(GET, 200, ANSWER.replace("2030-01-31T12:00:00Z", "soon"));
		assertFails(CredentialsRetrievalException.class,
				"Cannot get the container's credentials (" + RELATIVE + ", http://169.254.170.2/v2/credentials/…): "
						+ "the answer's Expiration is not a time such as 2030-01-31T12:00:00Z");
	}

	private RecordingEnvironment full() {
		return this.environment.withVariable(FULL, "https://example.com/credentials");
	}

	private void assertFound(AwsCredentials expected) {
		StepVerifier.create(this.source.look()).expectNext(new Found(expected)).expectComplete().verify(SOON);
	}

	private void assertFails(Class<?> type, String message) {
		StepVerifier.create(this.source.look())
			.expectErrorSatisfies((ex) -> assertThat(ex).isExactlyInstanceOf(type).hasMessage(message))
			.verify(SOON);
	}

}
