package io.sprockets.dynamodb.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import io.sprockets.dynamodb.error.ConfigFileParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file's text. Blocks.
 */
final class SharedFileReader {

	/** Thousands of profiles; a file that has no end, such as a device, does not fit. */
	static final int MAX_LENGTH = 1024 * 1024;

	private SharedFileReader() {
	}

	/**
	 * Returns the text, {@code null} if there is no such file or its folder cannot be
	 * entered, which are the same to AWS's tools.
	 */
	static @Nullable String read(SharedFile file) {
		if (file.location() == null) {
			return null;
		}
		Path path = path(file, file.location());
		if (Files.isDirectory(path)) {
			throw new ConfigFileParseException("Cannot read " + file.describe() + ": it is a directory, not a file");
		}
		try {
			return decode(file, bytes(file, path));
		}
		catch (IOException ex) {
			if (!Files.exists(path)) {
				return null;
			}
			String reason = (ex instanceof AccessDeniedException) ? "this process is not permitted to read it"
					: "it exists but reading it fails";
			throw new ConfigFileParseException("Cannot read " + file.describe() + ": " + reason, ex);
		}
	}

	private static byte[] bytes(SharedFile file, Path path) throws IOException {
		try (InputStream in = Files.newInputStream(path)) {
			byte[] bytes = in.readNBytes(MAX_LENGTH + 1);
			if (bytes.length > MAX_LENGTH) {
				throw new ConfigFileParseException("Cannot read " + file.describe() + ": it is larger than "
						+ MAX_LENGTH / 1024 + " KB, so it hardly is a file of AWS's tools");
			}
			return bytes;
		}
	}

	private static Path path(SharedFile file, String location) {
		try {
			return Path.of(location);
		}
		catch (InvalidPathException ex) {
			throw new ConfigFileParseException("Cannot read " + file.describe() + ": it is not a valid path", ex);
		}
	}

	private static String decode(SharedFile file, byte[] bytes) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			// Windows editors mark UTF-8 so; to the parser it would be part of a name
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw new ConfigFileParseException(
					"Cannot read " + file.describe() + ": it is not UTF-8 text. Save it in that encoding");
		}
	}

}
