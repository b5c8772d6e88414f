package io.sprockets.dynamodb.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import io.sprockets.dynamodb.error.ConfigFileParseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WatchedProfilesTests {

	@TempDir
	private Path home;

	private AwsFolder folder;

	private WatchedProfiles profiles;

	private Instant written = Instant.now().minus(Duration.ofDays(1));

	@BeforeEach
	void setUp() {
		this.folder = new AwsFolder(this.home);
		this.profiles = new WatchedProfiles(this.folder.environment(), null);
	}

	@Test
	void nothingIsReadAgainUnlessItHasChanged() throws Exception {
		write("[default]\nregion = a\n");
		ProfileSet read = this.profiles.latest();
		assertThat(this.profiles.latest()).isSameAs(read);
		assertThat(reload()).isFalse();
		assertThat(this.profiles.latest()).isSameAs(read);
	}

	@Test
	void nothingIsReloadedThatWasNeverRead() throws Exception {
		write("[default]\nregion = a\n");
		assertThat(reload()).isFalse();
	}

	@Test
	void changedFileIsReadAgain() throws Exception {
		write("[default]\nregion = a\n");
		assertThat(region()).isEqualTo("a");
		write("[default]\nregion = b\n");
		assertThat(reload()).isTrue();
		assertThat(region()).isEqualTo("b");
		write("[default]\nregion = c\n");
		assertThat(region()).isEqualTo("c");
	}

	@Test
	void changeOfTheSameSizeInTheSameInstantOfTheFirstReadingIsSeen() throws Exception {
		FileTime now = FileTime.from(Instant.now());
		write("[default]\nregion = a\n", now);
		assertThat(region()).isEqualTo("a");
		write("[default]\nregion = b\n", now);
		assertThat(region()).isEqualTo("b");
	}

	@Test
	void fileInThePlaceOfAnotherIsSeenThoughTimeAndSizeAreTheSame() throws Exception {
		write("[default]\nregion = a\n");
		assertThat(region()).isEqualTo("a");
		Path other = this.home.resolve("other");
		Files.writeString(other, "[default]\nregion = b\n");
		Files.setLastModifiedTime(other, Files.getLastModifiedTime(this.folder.file("credentials")));
		Files.move(other, this.folder.file("credentials"), StandardCopyOption.ATOMIC_MOVE);
		assertThat(reload()).isTrue();
		assertThat(region()).isEqualTo("b");
	}

	@Test
	void fileThatWasTouchedOnlyHoldsNothingElse() throws Exception {
		write("[default]\nregion = a\n");
		assertThat(region()).isEqualTo("a");
		write("[default]\nregion = a\n");
		assertThat(reload()).isFalse();
	}

	@Test
	void fileThatSomeoneMayStillBeWritingIsNotReloaded() throws Exception {
		write("[default]\nregion = a\n");
		assertThat(region()).isEqualTo("a");
		write("[default]\nregion = half\n", FileTime.from(Instant.now()));
		assertThat(reload()).isFalse();
	}

	@Test
	void fileThatCannotBeParsedDoesNotReplaceAGoodOne() throws Exception {
		write("[default]\nregion = a\n");
		assertThat(region()).isEqualTo("a");
		write("[defau");
		assertThat(reload()).isFalse();
		assertThat(region()).isEqualTo("a");
		write("[default]\nregion = b\n");
		assertThat(region()).isEqualTo("b");
	}

	@Test
	void fileThatVanishesOrLosesTheProfileDoesNotReplaceAGoodOne() throws Exception {
		this.folder.config("[default]\nregion = config\n");
		Files.setLastModifiedTime(this.folder.file("config"), FileTime.from(this.written));
		write("[default]\naws_access_key_id = a\n");
		assertThat(this.profiles.latest().selected().property("aws_access_key_id")).isEqualTo("a");
		Files.delete(this.folder.file("credentials"));
		assertThat(reload()).isFalse();
		assertThat(this.profiles.latest().selected().property("aws_access_key_id")).isEqualTo("a");
		write("");
		Files.delete(this.folder.file("config"));
		assertThat(this.profiles.latest().selected().property("aws_access_key_id")).isEqualTo("a");
	}

	@Test
	void firstReadingWaitsForWhoIsWriting() throws Exception {
		Files.createDirectories(this.folder.file("credentials").getParent());
		Files.writeString(this.folder.file("credentials"), "[default]\nreg");
		CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> append("ion = a\n"),
				CompletableFuture.delayedExecutor(50, java.util.concurrent.TimeUnit.MILLISECONDS));
		assertThat(region()).isEqualTo("a");
		writer.join();
	}

	@Test
	void firstReadingOfAFileThatCannotBeParsedIsTheError() throws Exception {
		write("[defau");
		assertThatExceptionOfType(ConfigFileParseException.class).isThrownBy(() -> this.profiles.latest());
	}

	@Test
	void fileThatIsAlwaysWrittenIsReadAllTheSameTheFirstTime() throws Exception {
		write("[default]\nregion = a\n", FileTime.from(Instant.now().plus(Duration.ofMillis(50))));
		assertThat(region()).isEqualTo("a");
		FileTime farAhead = FileTime.from(Instant.now().plus(Duration.ofHours(1)));
		write("[default]\nregion = b\n", farAhead);
		assertThat(region()).isEqualTo("b");
	}

	@Test
	void hugeFileIsRefused() throws Exception {
		write("[default]\n" + "# some words\n".repeat(100_000));
		assertThatExceptionOfType(ConfigFileParseException.class).isThrownBy(() -> this.profiles.latest())
			.withMessageContainingAll(this.folder.file("credentials").toString(), "larger than 1 MB");
	}

	@Test
	void pipeIsRefusedAndTheEmptyDeviceIsEmpty() throws Exception {
		Path pipe = this.home.resolve("pipe");
		assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
		RecordingEnvironment environment = this.folder.environment().withVariable("AWS_CONFIG_FILE", "/dev/null");
		assertThat(new WatchedProfiles(environment, null).latest().selected().isEmpty()).isTrue();
		environment.withVariable("AWS_CONFIG_FILE", pipe);
		assertThatExceptionOfType(ConfigFileParseException.class)
			.isThrownBy(() -> new WatchedProfiles(environment, null).latest())
			.withMessageContainingAll(pipe.toString(), "not a file");
	}

	@Test
	void sectionsThatAProfileNamesAreThere() throws Exception {
		this.folder.config("[default]\nSSO_SESSION = dev\nservices = local\n[profile other]\nregion = o\n"
				+ "[sso-session dev]\nSSO_Region = eu-west-1\n[sso-session unused]\nsso_region = x\n"
				+ "[services local]\nsts =\n  endpoint_url = http://localhost:1\n");
		ProfileSet read = this.profiles.latest();
		assertThat(property(read.ssoSession("dev"), "sso_region")).isEqualTo("eu-west-1");
		assertThat(read.ssoSession("unused")).isNull();
		assertThat(property(read.services(), "sts.endpoint_url")).isEqualTo("http://localhost:1");
		assertThat(property(read.profile("other"), "region")).isEqualTo("o");
		assertThat(read.profile("dev")).isNull();
		assertThat(read.ssoSession("dev")).asString().contains("sso-session 'dev'");
	}

	private static @Nullable String property(@Nullable Profile section, String name) {
		assertThat(section).isNotNull();
		return section.property(name);
	}

	private @Nullable String region() throws InterruptedException {
		return this.profiles.latest().selected().property("region");
	}

	private boolean reload() {
		int before = this.profiles.changes();
		this.profiles.reload();
		return this.profiles.changes() != before;
	}

	private void append(String text) {
		try {
			Files.writeString(this.folder.file("credentials"), text, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Writes the file as if that were long ago, at another time than before.
	 */
	private void write(String content) throws IOException {
		this.written = this.written.plusSeconds(1);
		write(content, FileTime.from(this.written));
	}

	private void write(String content, FileTime time) throws IOException {
		this.folder.credentials(content);
		Files.setLastModifiedTime(this.folder.file("credentials"), time);
	}

}
