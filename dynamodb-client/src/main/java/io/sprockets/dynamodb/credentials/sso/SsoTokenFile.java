package io.sprockets.dynamodb.credentials.sso;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.sprockets.dynamodb.credentials.file.TokenFile;
import io.sprockets.dynamodb.credentials.file.UnusableFileException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.profile.HomeFolder;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The file in which AWS's tools keep the token of a login.
 *
 * @param path where it is, {@code null} if there is no home folder
 */
record SsoTokenFile(@Nullable String path) {

	/**
	 * Finds the file of a login: it has the hash of the session's name, or of the start
	 * URL where there is no session, as its name.
	 */
	static SsoTokenFile of(AwsEnvironment environment, SsoSettings settings) {
		HomeFolder home = HomeFolder.of(environment);
		String folder = home.awsFile("sso");
		String name = (settings.session() != null) ? settings.session() : settings.startUrl();
		return new SsoTokenFile((folder != null)
				? folder + home.separator() + "cache" + home.separator() + sha1(name) + ".json" : null);
	}

	private static String sha1(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-1", ex);
		}
	}

	/**
	 * Reads the token at subscription, off the subscriber's thread.
	 * @return the token, or {@link UnusableFileException}
	 */
	Mono<SsoToken> read() {
		return (this.path != null) ? TokenFile.read(this.path).map(SsoToken::read) : Mono
			.error(new UnusableFileException("there is no home folder: HOME and user.home are not set", null));
	}

	/**
	 * Replaces the token at subscription, off the subscriber's thread, so that nobody
	 * ever reads half of it and only its owner can read it.
	 * @return completion, or {@link UnusableFileException}
	 */
	Mono<Void> write(SsoToken token) {
		return Mono.<Void>fromRunnable(() -> writeNow(token)).subscribeOn(Schedulers.boundedElastic());
	}

	private void writeNow(SsoToken token) {
		try {
			Path target = Path.of(String.valueOf(this.path));
			// Readable by the owner only, where files have owners
			Path whole = Files.createTempFile(target.getParent(), "token", ".tmp");
			try {
				Files.write(whole, token.json(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
				Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			}
			finally {
				Files.deleteIfExists(whole);
			}
		}
		catch (IOException | InvalidPathException ex) {
			throw new UnusableFileException("it cannot be written (" + ex.getClass().getSimpleName() + ")", ex);
		}
	}

	/**
	 * Returns the path for messages.
	 */
	String describe() {
		return (this.path != null) ? this.path : "~/.aws/sso/cache";
	}

}
