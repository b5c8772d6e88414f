package io.sprockets.dynamodb.credentials;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import io.sprockets.dynamodb.error.ConfigFileNotFoundException;
import io.sprockets.dynamodb.error.ConfigFileParseException;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.error.NoCredentialsException;
import io.sprockets.dynamodb.error.ProfileNotFoundException;
import io.sprockets.dynamodb.profile.AwsFolder;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.profile.RecordingEnvironment;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Fuseable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DefaultCredentialsChainTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final String SECRET = "wJalrXUtnFEMISecretOfTheTest";

	@TempDir
	private Path home;

	private AwsFolder folder;

	private RecordingEnvironment environment;

	private final FakeExchange exchange = FakeExchange.unreachable();

	@BeforeEach
	void setUp() {
		this.folder = new AwsFolder(this.home);
		this.environment = this.folder.environment();
	}

	@Test
	void systemPropertiesGoFirstThenVariablesThenTheProfile() {
		this.folder.credentials("[default]\naws_access_key_id = profile\naws_secret_access_key = s\n");
		assertThat(resolve(null).accessKeyId()).isEqualTo("profile");
		this.environment.withVariable("AWS_ACCESS_KEY_ID", "variable").withVariable("AWS_SECRET_ACCESS_KEY", "s");
		assertThat(resolve(null).accessKeyId()).isEqualTo("variable");
		this.environment.withProperty("aws.accessKeyId", "property").withProperty("aws.secretAccessKey", "s");
		assertThat(resolve(null).accessKeyId()).isEqualTo("property");
	}

	@Test
	void systemPropertiesGiveAllParts() {
		this.environment.withProperty("aws.accessKeyId", "id")
			.withProperty("aws.secretAccessKey", "secret")
			.withProperty("aws.sessionToken", "token")
			.withProperty("aws.accountId", "123456789012");
		assertThat(resolve(null)).isEqualTo(new AwsCredentials("id", "secret", "token", null, "123456789012"));
	}

	@Test
	void variablesGiveAllPartsWithoutSpaceAround() {
		this.environment.withVariable("AWS_ACCESS_KEY_ID", "id\n")
			.withVariable("AWS_SECRET_ACCESS_KEY", " secret")
			.withVariable("AWS_SESSION_TOKEN", "token\r\n")
			.withVariable("AWS_ACCOUNT_ID", "123456789012");
		assertThat(resolve(null)).isEqualTo(new AwsCredentials("id", "secret", "token", null, "123456789012"));
	}

	@Test
	void profileGivesAllPartsFromBothFiles() {
		this.folder.config("[default]\naws_account_id = 123456789012\n")
			.credentials(
					"[default]\naws_access_key_id = id\naws_secret_access_key = secret\naws_session_token = token\n");
		assertThat(resolve(null)).isEqualTo(new AwsCredentials("id", "secret", "token", null, "123456789012"));
	}

	@Test
	void profileNamedInCodeIsTheOnlySourceAsked() {
		this.environment.withVariable("AWS_ACCESS_KEY_ID", "variable").withVariable("AWS_SECRET_ACCESS_KEY", "s");
		this.folder.credentials("[dev]\naws_access_key_id = dev\naws_secret_access_key = s\n[empty]\n");
		assertThat(resolve("dev").accessKeyId()).isEqualTo("dev");
		failure(NoCredentialsException.class, "empty")
			.withMessageContainingAll("'empty'", "dynamodb.profile", this.folder.file("credentials").toString())
			.withMessageNotContaining("AWS_ACCESS_KEY_ID");
	}

	@Test
	void profileNamedByVariableGoesAfterTheKeysInVariables() {
		this.environment.withVariable("AWS_PROFILE", "gone")
			.withVariable("AWS_ACCESS_KEY_ID", "variable")
			.withVariable("AWS_SECRET_ACCESS_KEY", "s");
		assertThat(resolve(null).accessKeyId()).isEqualTo("variable");
	}

	@Test
	void nothingAnywhereListsAllSourcesAndWhyTheyGaveNothing() {
		failure(NoCredentialsException.class, null).withMessageContainingAll(
				"system properties: aws.accessKeyId and aws.secretAccessKey are not set",
				"environment variables: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set", "profile 'default'",
				this.folder.file("config").toString(), this.folder.file("credentials").toString(), "dynamodb.profile");
	}

	@Test
	void blankIsNothing() {
		this.environment.withVariable("AWS_ACCESS_KEY_ID", " ").withVariable("AWS_SECRET_ACCESS_KEY", "\t");
		failure(NoCredentialsException.class, null).withMessageContaining("AWS_ACCESS_KEY_ID");
	}

	@Test
	void oneVariableWithoutTheOtherNamesTheMissingOne() {
		this.environment.withVariable("AWS_SECRET_ACCESS_KEY", SECRET);
		failure(DynamoDbConfigurationException.class, null)
			.withMessageStartingWith("AWS_ACCESS_KEY_ID is not set although AWS_SECRET_ACCESS_KEY is")
			.withMessageNotContaining(SECRET);
	}

	@Test
	void onePropertyWithoutTheOtherNamesTheMissingOne() {
		this.environment.withProperty("aws.accessKeyId", "AKID");
		failure(DynamoDbConfigurationException.class, null)
			.withMessageStartingWith("aws.secretAccessKey is not set although aws.accessKeyId is")
			.withMessageNotContaining("AKID");
	}

	@Test
	void oneKeyOfAProfileWithoutTheOtherNamesTheMissingOneAndTheFiles() {
		this.folder.credentials("[default]\naws_secret_access_key = " + SECRET + "\n");
		failure(DynamoDbConfigurationException.class, null)
			.withMessageContainingAll("aws_access_key_id is not set", "'default'",
					this.folder.file("credentials").toString())
			.withMessageNotContaining(SECRET);
	}

	@Test
	void loginSessionIsNamedAsNotSupported() {
		this.folder.config("[default]\nlogin_session = " + SECRET + "\n");
		failure(NoCredentialsException.class, null).withMessageContaining("has login_session")
			.withMessageContaining("not supported")
			.withMessageNotContaining(SECRET);
	}

	@Test
	void keysOfAProfileWithARoleAreNotUsedInItsPlace() {
		this.folder.config("[default]\nrole_arn = r\n")
			.credentials("[default]\naws_access_key_id = id\naws_secret_access_key = secret\n");
		failure(DynamoDbConfigurationException.class, null).withMessageContaining("has role_arn")
			.withMessageContaining("source_profile");
	}

	@Test
	void keysOfAProfileWithAProcessAreUsed() {
		this.folder.config("[default]\ncredential_process = p\n")
			.credentials("[default]\naws_access_key_id = id\naws_secret_access_key = secret\n");
		assertThat(resolve(null).accessKeyId()).isEqualTo("id");
	}

	@Test
	void missingFileThatIsNamedIsConfigFileNotFoundWhereNoKeysAreElsewhere() {
		Path gone = this.home.resolve("gone");
		this.environment.withVariable("AWS_SHARED_CREDENTIALS_FILE", gone);
		failure(ConfigFileNotFoundException.class, null).withMessageContainingAll(gone.toString(),
				"AWS_SHARED_CREDENTIALS_FILE", "system properties", "environment variables");
	}

	@Test
	void missingFileThatIsNamedDoesNotMatterWhereKeysAreElsewhere() {
		this.environment.withVariable("AWS_SHARED_CREDENTIALS_FILE", this.home.resolve("gone"));
		this.folder.config("[default]\naws_access_key_id = id\naws_secret_access_key = secret\n");
		assertThat(resolve(null).accessKeyId()).isEqualTo("id");
	}

	@Test
	void errorsOfTheFilesAreSignalled() {
		this.environment.withVariable("AWS_PROFILE", "dev");
		failure(ConfigFileNotFoundException.class, null).withMessageContaining("'dev'");
		this.folder.config("[default]\n");
		failure(ProfileNotFoundException.class, null).withMessageContaining("'dev'");
		this.folder.config("[default\n");
		failure(ConfigFileParseException.class, null).withMessageContaining("line 1");
	}

	@Test
	void nothingIsReadBeforeSubscription() {
		chain(null).resolve();
		assertThat(this.environment.asked()).isEmpty();
	}

	@Test
	void filesAreNotReadWhereVariablesHaveTheKeys() {
		this.environment.withVariable("AWS_ACCESS_KEY_ID", "id").withVariable("AWS_SECRET_ACCESS_KEY", "s");
		resolve(null);
		assertThat(this.environment.asked()).doesNotContain("AWS_CONFIG_FILE", "HOME");
	}

	@Test
	void credentialsAreLookedForOnceAndThenConstant() {
		this.folder.credentials("[default]\naws_access_key_id = id\naws_secret_access_key = secret\n");
		DefaultCredentialsChain chain = chain(null);
		StepVerifier
			.create(Flux.range(0, 20)
				.flatMap((i) -> Mono.defer(chain::resolve).subscribeOn(Schedulers.parallel()))
				.distinct(System::identityHashCode))
			.expectNextCount(1)
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(this.environment.asked()).containsOnlyOnce("AWS_ACCESS_KEY_ID", "AWS_CONFIG_FILE");
		assertThat(chain.resolve()).isSameAs(chain.resolve());
	}

	@Test
	void errorIsNotKept() {
		DefaultCredentialsChain chain = chain(null);
		StepVerifier.create(chain.resolve()).expectError(NoCredentialsException.class).verify(TIMEOUT);
		this.environment.withVariable("AWS_ACCESS_KEY_ID", "id").withVariable("AWS_SECRET_ACCESS_KEY", "s");
		StepVerifier.create(chain.resolve()).expectNextCount(1).expectComplete().verify(TIMEOUT);
	}

	@Test
	void webIdentityGoesBeforeAProfileNobodyNamedAndAfterOneSomebodyDid() throws Exception {
		Path token = this.home.resolve("token");
		Files.writeString(token, "token");
		this.environment.withVariable("AWS_WEB_IDENTITY_TOKEN_FILE", token).withVariable("AWS_ROLE_ARN", "role");
		this.folder.credentials("[default]\naws_access_key_id = id\naws_secret_access_key = s\n");
		failure(CredentialsRetrievalException.class, null).withMessageContaining("role role");
		this.environment.withVariable("AWS_PROFILE", "default");
		assertThat(resolve(null).accessKeyId()).isEqualTo("id");
	}

	@Test
	void containerAndInstanceAreAskedLast() {
		failure(NoCredentialsException.class, null).withMessageContainingAll("web identity", "profile", "container",
				"EC2 instance metadata", "there is no connection");
	}

	@Test
	void brokenSourceIsNotPassedOver() {
		this.environment.withVariable("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost:1/credentials");
		failure(CredentialsRetrievalException.class, null).withMessageContaining("there is no connection");
	}

	@Test
	void sourceThatLosesItsCredentialsIsNotReplacedByALaterOneWhileTheyServe() {
		MovingClock clock = new MovingClock(Instant.parse("2026-11-24T12:00:00Z"));
		Queue<Finding> ofFirst = new ArrayDeque<>(List.of(new Finding.Found(temporary("first", clock, 60)),
				new Finding.Nothing("gone"), new Finding.Nothing("gone")));
		CredentialsSource first = () -> Mono.fromCallable(ofFirst::remove);
		CredentialsSource second = () -> Mono.just(new Finding.Found(temporary("second", clock, 60)));
		CredentialsChain chain = new CredentialsChain(() -> List.of(first, second), "Do",
				new ProfileFiles(this.environment, null));
		StepVerifier.create(chain.look(false).map((found) -> found.credentials().accessKeyId()))
			.expectNext("first")
			.expectComplete()
			.verify(TIMEOUT);
		StepVerifier.create(chain.look(true))
			.expectErrorSatisfies((ex) -> assertThat(ex).hasMessageContaining("gone"))
			.verify(TIMEOUT);
		StepVerifier.create(chain.look(false).map((found) -> found.credentials().accessKeyId()))
			.expectNext("second")
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void rejectedKeysAreReadAgainFromTheFile() throws Exception {
		this.folder.credentials("[default]\naws_access_key_id = old\naws_secret_access_key = s\n");
		Files.setLastModifiedTime(this.folder.file("credentials"), FileTime.from(Instant.EPOCH));
		DefaultCredentialsChain chain = chain(null);
		AwsCredentialsProvider provider = chain.withFallback(AwsCredentials.local());
		AwsCredentials old = provider.resolve().block(TIMEOUT);
		assertThat(old).isNotNull();
		this.folder.credentials("[default]\naws_access_key_id = new\naws_secret_access_key = s\n");
		assertThat(provider.resolve().block(TIMEOUT)).isEqualTo(old);
		provider.invalidate(old);
		StepVerifier.create(provider.resolve().map(AwsCredentials::accessKeyId))
			.expectNext("new")
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void closingClosesTheExchangeAndLeavesWhatIsThere() {
		this.folder.credentials("[default]\naws_access_key_id = id\naws_secret_access_key = s\n");
		DefaultCredentialsChain chain = chain(null);
		chain.resolve().block(TIMEOUT);
		chain.close();
		assertThat(this.exchange.isClosed()).isTrue();
		assertThat(chain.resolve()).isInstanceOf(Fuseable.ScalarCallable.class);
	}

	private static AwsCredentials temporary(String accessKeyId, MovingClock clock, int minutes) {
		return new AwsCredentials(accessKeyId, "s", null, clock.instant().plus(Duration.ofMinutes(minutes)), null);
	}

	@Test
	void toStringHasNoKey() {
		assertThat(new Finding.Found(new AwsCredentials("AKID", SECRET, "TOKEN", null, "1"))).asString()
			.doesNotContain("AKID", SECRET, "TOKEN");
	}

	private DefaultCredentialsChain chain(@Nullable String profileName) {
		return new DefaultCredentialsChain(new SourceContext(this.environment, this.exchange, Clock.systemUTC()),
				new ProfileFiles(this.environment, profileName), null);
	}

	private AwsCredentials resolve(@Nullable String profileName) {
		AwsCredentials credentials = chain(profileName).resolve().block(TIMEOUT);
		assertThat(credentials).isNotNull();
		return credentials;
	}

	private <T extends RuntimeException> ThrowableAssertAlternative<T> failure(Class<T> type,
			@Nullable String profileName) {
		return assertThatExceptionOfType(type).isThrownBy(() -> chain(profileName).resolve().block(TIMEOUT));
	}

}
