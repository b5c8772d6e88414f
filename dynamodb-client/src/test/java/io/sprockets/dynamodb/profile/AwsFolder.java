package io.sprockets.dynamodb.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A home folder with the two files in it.
 */
public record AwsFolder(Path home) {

	public AwsFolder config(String content) {
		return write("config", content);
	}

	public AwsFolder credentials(String content) {
		return write("credentials", content);
	}

	public Path file(String name) {
		return this.home.resolve(".aws").resolve(name);
	}

	/**
	 * Returns an environment with this home and nothing else.
	 */
	public RecordingEnvironment environment() {
		return new RecordingEnvironment().withVariable("HOME", this.home);
	}

	private AwsFolder write(String name, String content) {
		try {
			Files.createDirectories(file(name).getParent());
			Files.writeString(file(name), content);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
