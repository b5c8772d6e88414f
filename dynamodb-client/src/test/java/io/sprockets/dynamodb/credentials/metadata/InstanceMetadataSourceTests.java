package io.sprockets.dynamodb.credentials.metadata;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.exchange.ScriptedExchange;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.profile.RecordingEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class InstanceMetadataSourceTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final String HOST = "http://169.254.169.254";

	private static final String PLACE = "EC2 instance metadata (" + HOST + "): ";

	private static final String TOKEN = "PUT " + HOST + "/latest/api/token";

	private static final String ROLES = "GET " + HOST + "/latest/meta-data/iam/security-credentials/";

	private static final String ROLE = ROLES + "my-role";

	private static final String ANSWER = """
			{"Code": "Success", "LastUpdated": "2030-01-31T06:00:00Z", "Type": "AWS-HMAC", "AccessKeyId": "AKID",
			 "SecretAccessKey": "hush", "Token": "session", "Expiration": "2030-01-31T12:00:00Z"}""";

	private static final AwsCredentials CREDENTIALS = new AwsCredentials("AKID", "hush", "session",
			Instant.parse("2030-01-31T12:00:00Z"), null);

	private final RecordingEnvironment environment = new RecordingEnvironment().withVariable("HOME", "/nowhere");

	private final ScriptedExchange exchange = new ScriptedExchange();

	private Instant now = Instant.parse("2030-01-31T06:00:00Z");

	private final InstanceMetadataSource source = new InstanceMetadataSource(
			new SourceContext(this.environment, this.exchange, clock()), new ProfileFiles(this.environment, null));

	@Test
	void credentialsOfTheRoleAreFoundWithAToken() {
		this.exchange.on(TOKEN, 200, "token==").on(ROLES, 200, "my-role\n").on(ROLE, 200, ANSWER);
		assertFound();
		assertThat(this.exchange.lines()).containsExactly(TOKEN, ROLES, ROLE);
		assertThat(this.exchange.requests().get(0).headers())
			.isEqualTo(Map.of("x-aws-ec2-metadata-token-ttl-seconds", "21600"));
		assertThat(this.exchange.requests().get(1).headers()).isEqualTo(Map.of("x-aws-ec2-metadata-token", "token=="));
		assertThat(this.exchange.requests().get(2).headers()).isEqualTo(Map.of("x-aws-ec2-metadata-token", "token=="));
		assertThat(this.exchange.requests()).allMatch((request) -> request.timeout().equals(Duration.ofSeconds(1)));
	}

	@Test
	void tokenServesUntilItsEndIsNear() {
		this.exchange.on(TOKEN, 200, "token", "X-aws-ec2-metadata-token-ttl-seconds", "600")
			.on(ROLES, 200, "my-role")
			.on(ROLE, 200, ANSWER);
		assertFound();
		this.now = this.now.plusSeconds(479);
		assertFound();
		assertThat(this.exchange.lines()).containsExactly(TOKEN, ROLES, ROLE, ROLES, ROLE);
		this.now = this.now.plusSeconds(1);
		assertFound();
		assertThat(this.exchange.lines()).filteredOn(TOKEN::equals).hasSize(2);
	}

	@Test
	void tokenThatIsNotTakenIsReplacedOnce() {
		this.exchange.on(TOKEN, 200, "old").on(TOKEN, 200, "new").on(ROLES, 401, "").on(ROLES, 200, "my-role");
		this.exchange.on(ROLE, 200, ANSWER);
		assertFound();
		assertThat(this.exchange.lines()).containsExactly(TOKEN, ROLES, TOKEN, ROLES, ROLE);
		assertThat(this.exchange.requests().get(4).headers()).containsEntry("x-aws-ec2-metadata-token", "new");
	}

	@Test
	void tokensThatAreNeverTakenEndInNothing() {
		this.exchange.on(TOKEN, 200, "token").on(ROLES, 401, "");
		assertNothing(PLACE + "the answer has status 401");
		assertThat(this.exchange.lines()).containsExactly(TOKEN, ROLES, TOKEN, ROLES);
	}

	@ParameterizedTest
	@ValueSource(ints = { 403, 404, 405 })
	void serviceWithoutTokensIsAskedWithoutOne(int status) {
		this.exchange.on(TOKEN, status, "").on(ROLES, 200, "my-role").on(ROLE, 200, ANSWER);
		assertFound();
		assertThat(this.exchange.lines()).containsExactly(TOKEN, ROLES, ROLE);
		assertThat(this.exchange.requests().get(2).headers()).isEmpty();
	}

	@Test
	void serviceWhoseTokenIsLostOnItsWayIsAskedWithoutOne() {
		this.exchange.fail(TOKEN, "no whole answer", true).on(ROLES, 200, "my-role").on(ROLE, 200, ANSWER);
		assertFound();
		assertThat(this.exchange.lines()).containsExactly(TOKEN, ROLES, ROLE);
	}

	@Test
	void lostTokenOfAServiceThatNeedsItIsExplained() {
		this.exchange.fail(TOKEN, "no whole answer", true).on(ROLES, 401, "");
		assertNothing(PLACE + "no whole answer to the request for a session token; in a container, raise the "
				+ "instance's hop limit for metadata to 2");
	}

	@Test
	void serviceThatForbidsAllIsNothing() {
		this.exchange.on(TOKEN, 403, "").on(ROLES, 403, "");
		assertNothing(PLACE + "the answer has status 403");
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "TRUE" })
	void withVersionOneDisabledATokenIsNeeded(String value) {
		this.environment.withVariable("AWS_EC2_METADATA_V1_DISABLED", value);
		this.exchange.on(TOKEN, 404, "").on(ROLES, 200, "my-role").on(ROLE, 200, ANSWER);
		assertNothing(PLACE + "the answer has status 404 to the request for a session token "
				+ "(version 1, without one, is disabled)");
		assertThat(this.exchange.lines()).containsExactly(TOKEN);
	}

	@Test
	void outsideOfEc2OneRequestIsMade() {
		this.exchange.fail(TOKEN, "no connection was made within 1000 ms", false);
		assertNothing(PLACE + "no connection was made within 1000 ms");
		assertThat(this.exchange.lines()).containsExactly(TOKEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "True" })
	void nothingIsAskedIfThatIsDisabled(String value) {
		this.environment.withVariable("AWS_EC2_METADATA_DISABLED", value);
		assertNothing("EC2 instance metadata: environment variable AWS_EC2_METADATA_DISABLED is true");
		assertThat(this.exchange.requests()).isEmpty();
	}

	@Test
	void systemPropertyDisablesToo() {
		this.environment.withProperty("aws.disableEc2Metadata", "true")
			.withVariable("AWS_EC2_METADATA_DISABLED", "false");
		assertNothing("EC2 instance metadata: system property aws.disableEc2Metadata is true");
	}

	@Test
	void passingFailuresAreTriedAgainAtEachStep() {
		this.exchange.on(TOKEN, 503, "").on(TOKEN, 200, "token").on(ROLES, 500, "").on(ROLES, 200, "my-role");
		this.exchange.on(ROLE, 429, "").on(ROLE, 503, "").on(ROLE, 200, ANSWER);
		assertFound();
		assertThat(this.exchange.lines()).containsExactly(TOKEN, TOKEN, ROLES, ROLES, ROLE, ROLE, ROLE);
	}

	@Test
	void missingAnswersAreTriedAgainAsOftenAsIsSet() {
		this.environment.withVariable("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "2")
			.withVariable("AWS_METADATA_SERVICE_TIMEOUT", "2.5");
		this.exchange.fail(TOKEN, "no connection could be made", false);
		assertNothing(PLACE + "no connection could be made (2 attempts)");
		assertThat(this.exchange.requests()).hasSize(2)
			.allMatch((request) -> request.timeout().equals(Duration.ofMillis(2500)));
	}

	@ParameterizedTest
	@CsvSource({ "404,''", "200,''", "200,' '" })
	void instanceWithoutRoleIsNothing(int status, String body) {
		this.exchange.on(TOKEN, 200, "token").on(ROLES, status, body);
		assertNothing(PLACE + "the instance has no role");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			400 |                              | the answer has status 400
			503 |                              | the answer has status 503
			301 |                              | the answer has status 301
			200 | <html>Log in, please</html>  | the answer is not a session token
			200 | two words                    | the answer is not a session token
			200 |                              | the answer is not a session token""")
	void whatIsNoMetadataServiceIsNothing(int status, String body, String reason) {
		this.exchange.on(TOKEN, status, (body != null) ? body : "");
		assertNothing(PLACE + reason);
	}

	@Test
	void whatIsNoRoleIsNothing() {
		this.exchange.on(TOKEN, 200, "token").on(ROLES, 200, "<html>../../secrets</html>");
		assertNothing(PLACE + "the answer is not the name of a role");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"Code": "AssumeRoleUnauthorizedAccess", "Message": "hush"} | the answer has the code \
			AssumeRoleUnauthorizedAccess instead of credentials; check that EC2 may assume the instance's role
			{"Code": "hush hush"}                 | the answer has the code of an error instead of \
			credentials; check that EC2 may assume the instance's role
			{"Code": "Success"}                   | the answer lacks AccessKeyId, SecretAccessKey, Token, Expiration
			{"AccessKeyId": "AKID", "Token": "a"} | the answer lacks SecretAccessKey, Expiration
			<html>hush</html>                     | the answer is HTML or XML, not JSON
			{"AccessKeyId": "hush                 | the answer is not JSON""")
	void roleWithoutCredentialsIsAnError(String body, String reason) {
		this.exchange.on(TOKEN, 200, "token").on(ROLES, 200, "my-role").on(ROLE, 200, body);
		assertFails(CredentialsRetrievalException.class,
				"Cannot get the credentials of the role my-role from " + PLACE + reason.replaceAll("\\s+", " "));
	}

	@Test
	void endedCredentialsThatTheServiceStillServesAreFound() {
		this.exchange.on(TOKEN, 200, "token").on(ROLES, 200, "my-role").on(ROLE, 200, ANSWER);
		this.now = CREDENTIALS.expiration().plusSeconds(1);
		assertFound();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			AWS_EC2_METADATA_SERVICE_ENDPOINT      | localhost:80         | must be an http or https URL of host and \
			port, such as http://169.254.169.254
			AWS_EC2_METADATA_SERVICE_ENDPOINT      | http://u:p@localhost | must be an http or https URL of host and \
			port, such as http://169.254.169.254
			AWS_EC2_METADATA_SERVICE_ENDPOINT      | not a uri            | is not a valid URL
			AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE | IPv7                 | must be IPv4 or IPv6, not 'IPv7'
			AWS_METADATA_SERVICE_TIMEOUT           | soon                 | must be a number of seconds above 0 and up \
			to 100
			AWS_METADATA_SERVICE_TIMEOUT           | 0                    | must be a number of seconds above 0 and up \
			to 100
			AWS_METADATA_SERVICE_TIMEOUT           | 1e99                 | must be a number of seconds above 0 and up \
			to 100
			AWS_METADATA_SERVICE_NUM_ATTEMPTS      | 0                    | must be an integer from 1 to 100
			AWS_METADATA_SERVICE_NUM_ATTEMPTS      | many                 | must be an integer from 1 to 100""")
	void wrongSettingIsNamed(String variable, String value, String reason) {
		this.environment.withVariable(variable, value);
		assertFails(DynamoDbConfigurationException.class,
				"Environment variable " + variable + " " + reason.replaceAll("\\s+", " "));
		assertThat(this.exchange.requests()).isEmpty();
	}

	private Clock clock() {
		return new Clock() {

			@Override
			public Instant instant() {
				return InstanceMetadataSourceTests.this.now;
			}

			@Override
			public ZoneOffset getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				throw new UnsupportedOperationException();
			}

		};
	}

	private void assertFound() {
		StepVerifier.create(this.source.look()).expectNext(new Found(CREDENTIALS)).expectComplete().verify(SOON);
	}

	private void assertNothing(String reason) {
		StepVerifier.create(this.source.look()).expectNext(new Nothing(reason)).expectComplete().verify(SOON);
	}

	private void assertFails(Class<?> type, String message) {
		StepVerifier.create(this.source.look())
			.expectErrorSatisfies((ex) -> assertThat(ex).isExactlyInstanceOf(type).hasMessage(message))
			.verify(SOON);
	}

}
