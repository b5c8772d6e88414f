package io.sprockets.dynamodb.credentials.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A file with a token in it, or a JSON object that has one.
 */
public final class TokenFile {

	private static final int MAX_BYTES = 64 * 1024;

	private TokenFile() {
	}

	/**
	 * Reads a file's text at each subscription, off the subscriber's thread.
	 * @return the text, or {@link UnusableFileException}
	 */
	public static Mono<String> read(String path) {
		return Mono.fromCallable(() -> readNow(path)).subscribeOn(Schedulers.boundedElastic());
	}

	private static String readNow(String path) {
		try {
			return readNow(Path.of(path));
		}
		catch (InvalidPathException ex) {
			throw new UnusableFileException("it is not a valid path", ex);
		}
	}

	private static String readNow(Path path) {
		if (Files.isDirectory(path)) {
			throw new UnusableFileException("it is a directory", null);
		}
		if (Files.exists(path) && !Files.isRegularFile(path)) {
			// A pipe's or a device's end may never come
			throw new UnusableFileException("it is not a regular file", null);
		}
		try (InputStream in = Files.newInputStream(path)) {
			byte[] bytes = in.readNBytes(MAX_BYTES + 1);
			if (bytes.length > MAX_BYTES) {
				throw new UnusableFileException("it is larger than " + MAX_BYTES / 1024 + " KB", null);
			}
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new UnusableFileException("it is not UTF-8 text", null);
		}
		catch (AccessDeniedException ex) {
			throw new UnusableFileException("this process is not permitted to read it", ex);
		}
		catch (IOException ex) {
			throw new UnusableFileException(Files.exists(path) ? "reading it fails" : "it does not exist", ex);
		}
	}

}
