package io.sprockets.dynamodb.credentials.profile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.FakeExchange;
import io.sprockets.dynamodb.credentials.Finding;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.credentials.Form;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.exchange.CredentialsRequest;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.error.EndpointConfigurationException;
import io.sprockets.dynamodb.profile.AwsFolder;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.profile.RecordingEnvironment;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProfileSourceTests {

	private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

	private static final String SECRET = "wJalrXUtnFEMISecretOfTheTest";

	private static final String BASE = "[base]\naws_access_key_id = base\naws_secret_access_key = " + SECRET + "\n";

	@TempDir
	private Path home;

	private AwsFolder folder;

	private RecordingEnvironment environment;

	private final FakeExchange sts = new FakeExchange((request) -> Mono.just(FakeExchange.answer(200, """
			<AssumeRoleResponse><AssumeRoleResult><AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/r/s</Arn>
			</AssumedRoleUser><Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>s</SecretAccessKey>
			<SessionToken>t</SessionToken><Expiration>2026-11-24T13:00:00Z</Expiration></Credentials>
			</AssumeRoleResult></AssumeRoleResponse>""".formatted(Form.read(request.body()).get("RoleArn")))));

	@BeforeEach
	void setUp() {
		this.folder = new AwsFolder(this.home).credentials(BASE);
		this.environment = this.folder.environment();
	}

	@Test
	void rolesAreAssumedOneWithTheOther() {
		this.folder.config("[default]\nrole_arn = outer\nsource_profile = middle\nregion = eu-west-1\n"
				+ "[profile middle]\nrole_arn = inner\nsource_profile = base\nregion = eu-central-1\n"
				+ "external_id = ext&1\nrole_session_name = me\nduration_seconds = 900\n");
		assertThat(find())
			.isEqualTo(new AwsCredentials("outer", "s", "t", Instant.parse("2026-11-24T13:00:00Z"), "123456789012"));
		List<CredentialsRequest> requests = this.sts.requests();
		assertThat(requests).hasSize(2);
		assertThat(requests.get(0).uri()).hasToString("https://sts.eu-central-1.amazonaws.com/");
		assertThat(Form.read(requests.get(0).body())).containsEntry("Action", "AssumeRole")
			.containsEntry("RoleArn", "inner")
			.containsEntry("ExternalId", "ext&1")
			.containsEntry("RoleSessionName", "me")
			.containsEntry("DurationSeconds", "900");
		assertThat(requests.get(0).headers().get("Authorization"))
			.contains("Credential=base/20261124/eu-central-1/sts/");
		assertThat(requests.get(1).uri()).hasToString("https://sts.eu-west-1.amazonaws.com/");
		assertThat(Form.read(requests.get(1).body())).containsEntry("RoleArn", "outer")
			.containsEntry("RoleSessionName", "dynamodb-" + NOW.toEpochMilli())
			.doesNotContainKeys("ExternalId", "DurationSeconds");
		assertThat(requests.get(1).headers()).containsEntry("X-Amz-Security-Token", "t");
		assertThat(requests.get(1).headers().get("Authorization")).contains("Credential=inner/20261124/eu-west-1/sts/");
	}

	@Test
	void circleIsRefusedByItsNames() {
		this.folder
			.config("[default]\nrole_arn = a\nsource_profile = b\n[profile b]\nrole_arn = b\nsource_profile = c\n"
					+ "[profile c]\nrole_arn = c\nsource_profile = b\n");
		failure(DynamoDbConfigurationException.class).withMessageContaining("default -> b -> c -> b");
	}

	@Test
	void profileThatNamesItselfWithoutKeysIsRefused() {
		this.folder.config("[default]\nrole_arn = a\nsource_profile = default\n");
		failure(DynamoDbConfigurationException.class).withMessageContaining("default -> default");
	}

	@Test
	void roleThatDemandsACodeIsRefusedWithAWayOut() {
		this.folder.config("[default]\nrole_arn = a\nsource_profile = base\nmfa_serial = arn:aws:iam::1:mfa/me\n");
		failure(DynamoDbConfigurationException.class).withMessageContainingAll("mfa_serial", "'default'",
				"aws configure export-credentials");
	}

	@ParameterizedTest
	@ValueSource(strings = { "899", "43201", "1h", "-1", "99999999999" })
	void durationOutOfRangeIsRefused(String duration) {
		this.folder.config("[default]\nrole_arn = a\nsource_profile = base\nduration_seconds = " + duration + "\n");
		failure(DynamoDbConfigurationException.class).withMessageContainingAll("duration_seconds", "'default'", "900",
				"43200");
	}

	@Test
	void environmentAsSourceNeedsKeysThere() {
		this.folder.config("[default]\nrole_arn = a\ncredential_source = environment\n");
		failure(DynamoDbConfigurationException.class).withMessageContainingAll("role a", "aws.accessKeyId",
				"AWS_ACCESS_KEY_ID");
		this.environment.withVariable("AWS_ACCESS_KEY_ID", "variable").withVariable("AWS_SECRET_ACCESS_KEY", "s");
		find();
		assertThat(this.sts.requests().get(0).headers().get("Authorization")).contains("Credential=variable/");
	}

	@Test
	void unknownCredentialSourceIsRefusedWithThoseThereAre() {
		this.folder.config("[default]\nrole_arn = a\ncredential_source = Ec2\n");
		failure(DynamoDbConfigurationException.class).withMessageContainingAll("'Ec2'", "Environment", "EcsContainer",
				"Ec2InstanceMetadata");
	}

	@Test
	void tokenOfAServiceAccountIsReadAfreshAndSentUnsigned() throws Exception {
		Path token = this.home.resolve("token");
		Files.writeString(token, "first\n");
		this.folder.config("[default]\nrole_arn = a\nexternal_id = no\nweb_identity_token_file = " + token + "\n");
		ProfileSource source = source();
		source.look().block(Duration.ofSeconds(5));
		Files.writeString(token, "second");
		source.look().block(Duration.ofSeconds(5));
		assertThat(this.sts.requests()).extracting((request) -> Form.read(request.body()).get("WebIdentityToken"))
			.containsExactly("first", "second");
		assertThat(Form.read(this.sts.requests().get(0).body())).containsEntry("Action", "AssumeRoleWithWebIdentity")
			.doesNotContainKey("ExternalId");
		assertThat(this.sts.requests().get(0).headers()).doesNotContainKey("Authorization");
		assertThat(this.sts.requests().get(0).uri()).hasToString("https://sts.amazonaws.com/");
	}

	@Test
	void regionOfTheClientIsTheLastResort() {
		this.folder.config("[default]\nrole_arn = a\nsource_profile = base\n");
		look("cn-north-1");
		assertThat(this.sts.requests().get(0).uri()).hasToString("https://sts.cn-north-1.amazonaws.com.cn/");
		this.environment.withVariable("AWS_REGION", "us-gov-west-1").withVariable("AWS_USE_FIPS_ENDPOINT", "TRUE");
		look("cn-north-1");
		assertThat(this.sts.requests().get(1).uri()).hasToString("https://sts.us-gov-west-1.amazonaws.com/");
	}

	@ParameterizedTest
	@CsvSource({ "eu-west-1,false,false,sts.eu-west-1.amazonaws.com",
			"eu-west-1,true,false,sts-fips.eu-west-1.amazonaws.com", "eu-west-1,false,true,sts.eu-west-1.api.aws",
			"us-gov-east-1,true,true,sts-fips.us-gov-east-1.api.aws",
			"cn-north-1,false,true,sts.cn-north-1.api.amazonwebservices.com.cn",
			"eusc-de-east-1,false,false,sts.eusc-de-east-1.amazonaws.eu" })
	void hostFollowsRegionAndVariant(String region, boolean fips, boolean dualStack, String host) {
		this.folder.config("[default]\nrole_arn = a\nsource_profile = base\nregion = " + region
				+ "\nuse_fips_endpoint = " + fips + "\nuse_dualstack_endpoint = " + dualStack + "\n");
		find();
		assertThat(this.sts.requests().get(0).uri()).hasHost(host);
	}

	@Test
	void configuredEndpointsGoFromNarrowToWideUnlessIgnored() {
		this.folder.config("[default]\nrole_arn = a\nsource_profile = base\nregion = eu-west-1\n"
				+ "endpoint_url = https://profile:1\nservices = s\n[services s]\nsts =\n  endpoint_url = https://services:2\n");
		find();
		this.environment.withVariable("AWS_ENDPOINT_URL", "https://global:3");
		find();
		this.environment.withProperty("aws.endpointUrl", "https://property:4");
		find();
		this.environment.withVariable("AWS_ENDPOINT_URL_STS", "https://variable:5");
		find();
		this.environment.withProperty("aws.endpointUrlSts", "https://narrow:6");
		find();
		this.environment.withVariable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
		find();
		assertThat(this.sts.requests()).extracting((request) -> request.uri().toString())
			.containsExactly("https://services:2/", "https://global:3/", "https://property:4/", "https://variable:5/",
					"https://narrow:6/", "https://sts.eu-west-1.amazonaws.com/");
	}

	@Test
	void plainHttpToAnotherMachineIsRefusedByTheNameOfItsSetting() {
		this.folder.config("[default]\nrole_arn = a\nsource_profile = base\nregion = eu-west-1\n"
				+ "endpoint_url = http://sts.example.com\n");
		failure(EndpointConfigurationException.class).withMessageContainingAll("endpoint_url", "sts.example.com",
				"dynamodb.allow-insecure-http");
		this.environment.withVariable("AWS_ENDPOINT_URL_STS", "http://localhost:5");
		find();
		assertThat(this.sts.requests()).extracting((request) -> request.uri().toString())
			.containsExactly("http://localhost:5/");
	}

	@Test
	void endpointThatIsNoneNamesItsSetting() {
		this.folder.config("[default]\nrole_arn = a\nsource_profile = base\nendpoint_url = localhost\n");
		failure(EndpointConfigurationException.class).withMessageContainingAll("endpoint_url", "'default'", "URL");
	}

	@Test
	void loginsAreCheckedForWhatTheyLack() {
		this.folder.config("[default]\nsso_session = s\nsso_account_id = 1\nsso_role_name = r\n");
		failure(DynamoDbConfigurationException.class).withMessageContaining("[sso-session s]");
		this.folder.config("[default]\nsso_session = s\nsso_account_id = 1\n[sso-session s]\nsso_region = eu-west-1\n"
				+ "sso_start_url = https://x\n");
		failure(DynamoDbConfigurationException.class).withMessageContaining("sso_role_name is not set");
		this.folder.config("[default]\nsso_session = s\nsso_account_id = 1\nsso_role_name = r\nsso_region = us-east-1\n"
				+ "[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://x\n");
		failure(DynamoDbConfigurationException.class).withMessageContaining("sso_region");
	}

	@Test
	void loginForATokenLeavesTheTurnToKeysOfTheProfile() {
		this.folder.credentials("[default]\naws_access_key_id = id\naws_secret_access_key = s\n")
			.config("[default]\nsso_session = s\n");
		assertThat(find().accessKeyId()).isEqualTo("id");
	}

	@Test
	void keysAreLastingAndRolesAreNot() {
		this.folder.config("[default]\nrole_arn = a\nsource_profile = base\n");
		assertThat(source().look().block(Duration.ofSeconds(5))).isInstanceOfSatisfying(Found.class,
				(found) -> assertThat(found.lasting()).isFalse());
		ProfileFiles files = new ProfileFiles(this.environment, "base");
		assertThat(new ProfileSource(context(), files, null).look().block(Duration.ofSeconds(5)))
			.isInstanceOfSatisfying(Found.class, (found) -> assertThat(found.lasting()).isTrue());
	}

	@Test
	void profileWithoutCredentialsHasNothing() {
		this.folder.config("[default]\nregion = eu-west-1\n");
		assertThat(source().look().block(Duration.ofSeconds(5))).isInstanceOfSatisfying(Nothing.class,
				(nothing) -> assertThat(nothing.reason()).contains("profile 'default'", "role_arn"));
	}

	@Test
	void sourceProfileWithoutCredentialsIsAnError() {
		this.folder.config("[default]\nrole_arn = a\nsource_profile = empty\n[profile empty]\nregion = eu-west-1\n");
		failure(DynamoDbConfigurationException.class).withMessageContainingAll("profile 'empty'", "no credentials");
	}

	@Test
	void processGivesTheCredentials() {
		this.folder.config("[default]\naws_account_id = 1\ncredential_process = echo "
				+ "'{\"Version\":1,\"AccessKeyId\":\"id\",\"SecretAccessKey\":\"s\"}'\n");
		assertThat(find()).isEqualTo(new AwsCredentials("id", "s", null, null, "1"));
	}

	@Test
	void refusedRoleNamesProfileRoleAndTheServicesReason() {
		this.folder.config("[default]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = base\nregion = eu-west-1\n");
		FakeExchange refusing = new FakeExchange((request) -> Mono.just(FakeExchange.answer(403,
				"<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User base is not authorized "
						+ SECRET + "</Message></Error><RequestId>rid</RequestId></ErrorResponse>")));
		assertThatExceptionOfType(CredentialsRetrievalException.class)
			.isThrownBy(() -> new ProfileSource(new SourceContext(this.environment, refusing, clock()),
					new ProfileFiles(this.environment, null), null)
				.look()
				.block(Duration.ofSeconds(5)))
			.withMessageContainingAll("arn:aws:iam::1:role/r", "profile 'default'",
					"https://sts.eu-west-1.amazonaws.com/", "AccessDenied: User base is not authorized", "rid")
			.withMessageNotContaining(SECRET);
		assertThat(refusing.requests()).hasSize(1);
	}

	private AwsCredentials find() {
		return look(null);
	}

	private AwsCredentials look(@Nullable String region) {
		Finding finding = new ProfileSource(context(), new ProfileFiles(this.environment, null), region).look()
			.block(Duration.ofSeconds(5));
		assertThat(finding).isInstanceOf(Found.class);
		return ((Found) finding).credentials();
	}

	private <T extends Throwable> ThrowableAssertAlternative<T> failure(Class<T> type) {
		return assertThatExceptionOfType(type).isThrownBy(() -> source().look().block(Duration.ofSeconds(5)))
			.withMessageNotContaining(SECRET);
	}

	private ProfileSource source() {
		return new ProfileSource(context(), new ProfileFiles(this.environment, null), null);
	}

	private SourceContext context() {
		return new SourceContext(this.environment, this.sts, clock());
	}

	private static Clock clock() {
		return Clock.fixed(NOW, ZoneOffset.UTC);
	}

}
