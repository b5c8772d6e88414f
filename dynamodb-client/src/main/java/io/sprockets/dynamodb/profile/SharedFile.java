package io.sprockets.dynamodb.profile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where one of the two files is expected.
 *
 * @param kind which of the two
 * @param location its path as configured, {@code null} if there is no home folder
 * @param setting the variable or property that names it, {@code null} for the usual place
 */
record SharedFile(Kind kind, @Nullable String location, @Nullable String setting) {

	/**
	 * Finds the places of all files, each before those whose properties go over its own.
	 */
	static List<SharedFile> locateAll(AwsEnvironment environment) {
		return Arrays.stream(Kind.values()).map((kind) -> locate(kind, environment)).toList();
	}

	/**
	 * Finds a file's place: system property, then environment variable, then home folder
	 * (AWS SDKs and Tools Reference, "Location of the shared files").
	 */
	static SharedFile locate(Kind kind, AwsEnvironment environment) {
		HomeFolder home = HomeFolder.of(environment);
		String named = environment.property(kind.property);
		if (named != null) {
			return new SharedFile(kind, home.expand(named), "system property " + kind.property);
		}
		named = environment.variable(kind.variable);
		if (named != null) {
			return new SharedFile(kind, home.expand(named), "environment variable " + kind.variable);
		}
		return new SharedFile(kind, home.awsFile(kind.fileName), null);
	}

	boolean isNamed() {
		return this.setting != null;
	}

	/**
	 * Returns the full path, and what names it, for messages.
	 */
	String describe() {
		if (this.location == null) {
			return "~/.aws/" + this.kind.fileName + " (no home folder: HOME and user.home are not set)";
		}
		String path = absolute(this.location);
		return (this.setting != null) ? path + " (named by " + this.setting + ")" : path;
	}

	private static String absolute(String location) {
		try {
			return Path.of(location).toAbsolutePath().toString();
		}
		catch (InvalidPathException ex) {
			return location;
		}
	}

	enum Kind {

		CONFIG("config", "AWS_CONFIG_FILE", "aws.configFile"),

		CREDENTIALS("credentials", "AWS_SHARED_CREDENTIALS_FILE", "aws.sharedCredentialsFile");

		private final String fileName;

		private final String variable;

		private final String property;

		Kind(String fileName, String variable, String property) {
			this.fileName = fileName;
			this.variable = variable;
			this.property = property;
		}

	}

}
