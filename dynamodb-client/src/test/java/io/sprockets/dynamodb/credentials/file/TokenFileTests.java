package io.sprockets.dynamodb.credentials.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class TokenFileTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	@TempDir
	private Path folder;

	@Test
	void textIsReadOffTheSubscribersThread() throws IOException {
		Path file = write("token");
		StepVerifier.create(TokenFile.read(file.toString()).map((text) -> text + Thread.currentThread().getName()))
			.assertNext((text) -> assertThat(text).startsWith("tokenboundedElastic"))
			.expectComplete()
			.verify(SOON);
		StepVerifier.create(TokenFile.read(file.toString()).subscribeOn(Schedulers.parallel()))
			.expectNext("token")
			.expectComplete()
			.verify(SOON);
	}

	@Test
	void symbolicLinkIsFollowed() throws IOException {
		Path link = Files.createSymbolicLink(this.folder.resolve("link"), write("token"));
		StepVerifier.create(TokenFile.read(link.toString())).expectNext("token").expectComplete().verify(SOON);
	}

	@Test
	void missingFileIsNamed() {
		assertUnusable(this.folder.resolve("missing"), "it does not exist");
	}

	@Test
	void directoryIsNamed() {
		assertUnusable(this.folder, "it is a directory");
	}

	@Test
	void pipeIsNotWaitedFor() throws Exception {
		Path pipe = this.folder.resolve("pipe");
		try {
			Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
			Assumptions.assumeTrue(process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0);
		}
		catch (IOException ex) {
			Assumptions.abort("This platform has no mkfifo");
		}
		assertUnusable(pipe, "it is not a regular file");
	}

	@Test
	void hugeFileIsNamed() throws IOException {
		Path file = this.folder.resolve("huge");
		Files.write(file, new byte[64 * 1024 + 1]);
		assertUnusable(file, "it is larger than 64 KB");
	}

	@Test
	void otherEncodingIsNamed() throws IOException {
		Path file = this.folder.resolve("utf16");
		Files.write(file, new byte[] { (byte) 0xFE, (byte) 0xFF, 0, 'a' });
		assertUnusable(file, "it is not UTF-8 text");
	}

	@Test
	void unreadableFileIsNamed() throws IOException {
		Path file = write("token");
		Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
		Assumptions.assumeFalse(Files.isReadable(file), "The superuser reads everything");
		assertUnusable(file, "this process is not permitted to read it");
	}

	@Test
	void invalidPathIsNamed() {
		StepVerifier.create(TokenFile.read("\0")).expectErrorMessage("it is not a valid path").verify(SOON);
	}

	private Path write(String text) throws IOException {
		return Files.writeString(this.folder.resolve("file"), text);
	}

	private void assertUnusable(Path file, String reason) {
		StepVerifier.create(TokenFile.read(file.toString()))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(UnusableFileException.class).hasMessage(reason))
			.verify(SOON);
	}

}
