package io.sprockets.dynamodb.profile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

import io.sprockets.dynamodb.error.ConfigFileNotFoundException;
import io.sprockets.dynamodb.error.ConfigFileParseException;
import io.sprockets.dynamodb.error.ProfileNotFoundException;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class ProfileFilesTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final String SECRET = "wJalrXUtnFEMISecretOfTheTest";

	@TempDir
	private Path home;

	private AwsFolder folder;

	private RecordingEnvironment environment;

	@BeforeEach
	void setUp() {
		this.folder = new AwsFolder(this.home);
		this.environment = this.folder.environment();
	}

	@Test
	void bothFilesAreMergedAndTheCredentialsFileWins() {
		this.folder.config("[default]\nregion = eu-west-1\naws_access_key_id = config\n")
			.credentials("[default]\naws_access_key_id = credentials\n");
		Profile profile = load(null);
		assertThat(profile.name()).isEqualTo("default");
		assertThat(profile.property("region")).isEqualTo("eu-west-1");
		assertThat(profile.property("aws_access_key_id")).isEqualTo("credentials");
		assertThat(profile.property("output")).isNull();
	}

	@Test
	void namesOfPropertiesHaveNoCase() {
		this.folder.credentials("[default]\nAWS_Access_Key_Id = id\n");
		assertThat(load(null).property("aws_access_key_ID")).isEqualTo("id");
	}

	@Test
	void blankPropertyIsUnset() {
		this.folder.config("[default]\nregion =\n");
		assertThat(load(null).property("region")).isNull();
	}

	@Test
	void profileIsNamedByCodeThenPropertyThenVariablesThenDefault() {
		this.folder.config("[default]\nregion = r5\n[profile p1]\nregion = r1\n[profile p2]\nregion = r2\n"
				+ "[profile p3]\nregion = r3\n[profile p4]\nregion = r4\n");
		assertThat(load(null).property("region")).isEqualTo("r5");
		this.environment.withVariable("AWS_DEFAULT_PROFILE", "p4");
		assertThat(load("  ").property("region")).isEqualTo("r4");
		this.environment.withVariable("AWS_PROFILE", "p3");
		assertThat(load(null).property("region")).isEqualTo("r3");
		this.environment.withProperty("aws.profile", "p2");
		assertThat(load(null).property("region")).isEqualTo("r2");
		assertThat(load("p1").property("region")).isEqualTo("r1");
	}

	@Test
	void onlyANameGivenInCodeCountsAsNamedInCode() {
		this.environment.withVariable("AWS_PROFILE", "dev");
		assertThat(new ProfileFiles(this.environment, "dev").isProfileNamedInCode()).isTrue();
		assertThat(new ProfileFiles(this.environment, null).isProfileNamedInCode()).isFalse();
		assertThat(new ProfileFiles(this.environment, " ").isProfileNamedInCode()).isFalse();
	}

	@Test
	void noFilesAndNothingNamedIsAProfileWithoutProperties() {
		Profile profile = load(null);
		assertThat(profile.property("region")).isNull();
		assertThat(profile.isNamedFileMissing()).isFalse();
		assertThat(profile.description()).contains("profile 'default'",
				this.folder.file("config") + " (does not exist)", this.folder.file("credentials").toString());
	}

	@Test
	void fileNamedByVariableButMissingIsToldWithTheProfile() {
		this.environment.withVariable("AWS_CONFIG_FILE", this.home.resolve("other"));
		Profile profile = load(null);
		assertThat(profile.isNamedFileMissing()).isTrue();
		assertThat(profile.description())
			.contains(this.home.resolve("other") + " (named by environment variable AWS_CONFIG_FILE) (does not exist)");
	}

	@Test
	void homeThatIsNoFolderHasNoFiles() {
		this.environment.withVariable("HOME", "/dev/null");
		assertThat(load(null).description()).contains("/dev/null/.aws/config (does not exist)");
	}

	@Test
	void namedProfileWithoutAnyFileIsConfigFileNotFound() {
		this.environment.withVariable("AWS_PROFILE", "dev");
		failure(ConfigFileNotFoundException.class, null).withMessageContainingAll("'dev'", "AWS_PROFILE",
				this.folder.file("config").toString(), this.folder.file("credentials").toString(), "AWS_CONFIG_FILE");
	}

	@Test
	void namedProfileThatMayBeInAMissingNamedFileIsConfigFileNotFound() {
		this.folder.config("[profile other]\n");
		this.environment.withProperty("aws.sharedCredentialsFile", this.home.resolve("gone"));
		failure(ConfigFileNotFoundException.class, "dev").withMessageContainingAll("'dev'", "dynamodb.profile",
				this.home.resolve("gone").toString(), "aws.sharedCredentialsFile");
	}

	@Test
	void namedProfileInNoFileIsProfileNotFoundAndListsThoseThatAre() {
		this.folder.config("[profile zeta]\n[default]\n")
			.credentials("[alpha]\naws_secret_access_key = " + SECRET + "\n");
		failure(ProfileNotFoundException.class, "dev")
			.withMessageContainingAll("'dev'", "dynamodb.profile", "alpha, default, zeta",
					this.folder.file("config").toString())
			.withMessageNotContaining(SECRET);
	}

	@Test
	void namedProfileInEmptyFilesIsProfileNotFound() {
		this.folder.config("");
		failure(ProfileNotFoundException.class, "dev").withMessageContaining("There are no profiles");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[default]\n= " + SECRET, "[default]\n" + SECRET, SECRET + " = 1", "[" + SECRET,
			"[default]\ns3 =\n  " + SECRET })
	void fileThatCannotBeParsedIsToldByPathAndLineOnly(String content) {
		this.folder.credentials(content);
		failure(ConfigFileParseException.class, null)
			.withMessageContainingAll("Cannot parse " + this.folder.file("credentials"), " at line ")
			.withMessageNotContaining(SECRET)
			.withNoCause();
	}

	@Test
	void lineThatTheParserIgnoresIsNotLogged(CapturedOutput output) {
		this.folder.credentials(
				"[default]\naws_session_token " + SECRET + "==\naws_access_key_id = id\naws_access_key_id = id2\n");
		assertThat(load(null).property("aws_access_key_id")).isEqualTo("id2");
		assertThat(output).contains("Duplicate property").contains("Ignoring property 'xxx_").doesNotContain(SECRET);
	}

	@ParameterizedTest
	@ValueSource(strings = { "aws_session_token =\n  \"" + SECRET + "==\"\n",
			"aws_session_token =\r\n\t" + SECRET + " pasted = x\r\n", "\u000B" + SECRET + " pasted = x\n",
			"aws_session_token = ; comment\n  '" + SECRET + "' = x\n" })
	void lineThatTheParserIgnoresIsNotLoggedWhereverItStands(String lines, CapturedOutput output) {
		this.folder.credentials("[default]\n" + lines + "aws_access_key_id = id\n");
		assertThat(load(null).property("aws_access_key_id")).isEqualTo("id");
		assertThat(output).contains("Ignoring property").doesNotContain(SECRET);
	}

	@Test
	void fileThatIsHugeIsToldAsSuch() {
		this.folder.config("#".repeat(SharedFileReader.MAX_LENGTH + 1));
		failure(ConfigFileParseException.class, null).withMessageContainingAll(this.folder.file("config").toString(),
				"larger than 1 MB");
	}

	@Test
	void deviceThatNeverEndsIsNotRead() {
		this.environment.withVariable("AWS_CONFIG_FILE", "/dev/zero");
		Assumptions.assumeTrue(Files.exists(Path.of("/dev/zero")), "No such device here");
		failure(ConfigFileParseException.class, null).withMessageContainingAll("AWS_CONFIG_FILE", "device");
	}

	@Test
	@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void fileThatWouldTakeMinutesToParseIsParsedOrRefused() {
		for (String part : List.of("\u2028", "a\u0085", " \n", " a\n", "a ", "=", "\r", "[a]\n", "\t=")) {
			for (String start : List.of("", "[default]\n", "[default]\na =\n", "[default]\na = b\n")) {
				String content = start + part.repeat(1_000_000 / part.length());
				this.folder.credentials(content.substring(0, 300_000));
				try {
					load(null);
				}
				catch (ConfigFileParseException ex) {
					assertThat(ex).hasMessageContaining("Cannot parse");
				}
			}
		}
	}

	@Test
	void valueOfTooManyLinesIsToldByItsLine() {
		String continuation = " " + "x".repeat(1_022) + "\n";
		this.folder.credentials("[default]\na = b\n" + continuation.repeat(64) + "c = d\n");
		assertThat(load(null).property("c")).isEqualTo("d");
		this.folder.credentials("[default]\na = b\n" + continuation.repeat(65));
		failure(ConfigFileParseException.class, null).withMessageContainingAll("at line 67", "65536 characters");
	}

	@Test
	void directoryIsToldAsSuch() {
		this.environment.withVariable("AWS_CONFIG_FILE", this.home);
		failure(ConfigFileParseException.class, null).withMessageContainingAll(this.home.toString(), "AWS_CONFIG_FILE",
				"directory");
	}

	@Test
	void bytesThatAreNotUtf8AreToldAsSuch() throws Exception {
		this.folder.config("");
		Files.write(this.folder.file("config"), new byte[] { '[', 'd', (byte) 0xE9, ']' });
		failure(ConfigFileParseException.class, null).withMessageContainingAll(this.folder.file("config").toString(),
				"UTF-8");
	}

	@Test
	void fileThatMayNotBeReadIsToldAsSuch() throws Exception {
		this.folder.config("");
		Path file = this.folder.file("config");
		Files.setPosixFilePermissions(file, Collections.emptySet());
		Assumptions.assumeFalse(Files.isReadable(file), "This user may read everything");
		failure(ConfigFileParseException.class, null).withMessageContainingAll(file.toString(), "permitted");
	}

	@Test
	void pathThatIsNoneIsToldAsSuch() {
		this.environment.withVariable("AWS_CONFIG_FILE", "a\0b");
		failure(ConfigFileParseException.class, null).withMessageContainingAll("AWS_CONFIG_FILE", "valid path");
	}

	@Test
	void byteOrderMarkDoesNotCount() {
		this.folder.config("\uFEFF[default]\nregion = eu-west-1\n");
		assertThat(load(null).property("region")).isEqualTo("eu-west-1");
	}

	@Test
	void nothingIsReadBeforeSubscription() {
		this.folder.config("[broken");
		new ProfileFiles(this.environment, "dev").load();
		assertThat(this.environment.asked()).isEmpty();
	}

	@Test
	void filesAreReadOnceForAllSubscribers() {
		this.folder.config("[default]\n");
		ProfileFiles files = new ProfileFiles(this.environment, null);
		StepVerifier.create(
				Flux.range(0, 20).flatMap((i) -> Mono.defer(files::load).subscribeOn(Schedulers.parallel())).distinct())
			.expectNextCount(1)
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(this.environment.asked()).containsOnlyOnce("AWS_CONFIG_FILE");
		assertThat(files.load()).isSameAs(files.load());
	}

	@Test
	void filesAreReadOffTheSubscribersThread() {
		ProfileFiles files = new ProfileFiles(this.environment, null);
		StepVerifier.create(files.load().map((profile) -> Thread.currentThread().getName()))
			.expectNextMatches((name) -> name.startsWith("boundedElastic"))
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void afterAnErrorTheNextSubscriptionReadsAgain() {
		ProfileFiles files = new ProfileFiles(this.environment, "dev");
		Mono<Profile> profile = files.load();
		StepVerifier.create(profile).expectError(ConfigFileNotFoundException.class).verify(TIMEOUT);
		this.folder.config("[profile dev]\nregion = eu-west-1\n");
		StepVerifier.create(profile).expectNextCount(1).expectComplete().verify(TIMEOUT);
	}

	@Test
	void toStringHasNoProperty() {
		this.folder.credentials("[default]\naws_secret_access_key = " + SECRET + "\n");
		assertThat(load(null)).asString().contains("default").doesNotContain(SECRET);
	}

	private Profile load(@Nullable String profileName) {
		Profile profile = new ProfileFiles(this.environment, profileName).load().block(TIMEOUT);
		assertThat(profile).isNotNull();
		return profile;
	}

	private <T extends RuntimeException> ThrowableAssertAlternative<T> failure(Class<T> type,
			@Nullable String profileName) {
		return assertThatExceptionOfType(type)
			.isThrownBy(() -> new ProfileFiles(this.environment, profileName).load().block(TIMEOUT));
	}

}
