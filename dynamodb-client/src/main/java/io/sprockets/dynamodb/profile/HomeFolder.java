package io.sprockets.dynamodb.profile;

import org.jspecify.annotations.Nullable;

/**
 * The home folder as AWS's tools find it, and paths below it. Text, not
 * {@link java.nio.file.Path}: the platform is the one {@code os.name} tells.
 *
 * @param path the folder, {@code null} if nothing tells it
 * @param separator between folders on this platform
 */
public record HomeFolder(@Nullable String path, String separator) {

	/**
	 * Finds the home folder of an environment.
	 */
	public static HomeFolder of(AwsEnvironment environment) {
		String platform = environment.property("os.name");
		boolean windows = platform != null && platform.regionMatches(true, 0, "windows", 0, "windows".length());
		return new HomeFolder(find(environment, windows), windows ? "\\" : "/");
	}

	private static @Nullable String find(AwsEnvironment environment, boolean windows) {
		String home = environment.variable("HOME");
		if (home == null && windows) {
			home = environment.variable("USERPROFILE");
			if (home == null) {
				home = driveAndPath(environment);
			}
		}
		return (home != null) ? home : environment.property("user.home");
	}

	private static @Nullable String driveAndPath(AwsEnvironment environment) {
		String drive = environment.variable("HOMEDRIVE");
		String path = environment.variable("HOMEPATH");
		return (drive != null && path != null) ? drive + path : null;
	}

	/**
	 * Returns the path of a file in {@code .aws}, {@code null} if there is no home.
	 */
	public @Nullable String awsFile(String name) {
		return (this.path != null) ? this.path + this.separator + ".aws" + this.separator + name : null;
	}

	/**
	 * Replaces a leading {@code ~} the way a shell does.
	 */
	String expand(String location) {
		boolean below = location.startsWith("~/") || location.startsWith("~" + this.separator);
		return (this.path != null && (below || location.equals("~"))) ? this.path + location.substring(1) : location;
	}

}
