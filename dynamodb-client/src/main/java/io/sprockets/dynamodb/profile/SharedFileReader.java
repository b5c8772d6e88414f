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

	/**
	 * Far more than all profiles of a company need.
	 */
	static final int MAX_LENGTH = 1024 * 1024;

	private static final Path EMPTY_DEVICE = Path.of("/dev/null");

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
			throw cannotRead(file, "it is a directory, not a file");
		}
		if (Files.exists(path) && !Files.isRegularFile(path) && !path.equals(EMPTY_DEVICE)) {
			// To read a pipe that nobody writes to would not end
			throw cannotRead(file, "it is a pipe or a device, not a file");
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
		try (InputStream input = Files.newInputStream(path)) {
			byte[] bytes = input.readNBytes(MAX_LENGTH + 1);
			if (bytes.length > MAX_LENGTH) {
				throw cannotRead(file, "it is larger than 1 MB, so it cannot be a file of profiles");
			}
			return bytes;
		}
	}

	private static ConfigFileParseException cannotRead(SharedFile file, String reason) {
		return new ConfigFileParseException("Cannot read " + file.describe() + ": " + reason);
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
			throw cannotRead(file, "it is not UTF-8 text. Save it in that encoding");
		}
	}

}
