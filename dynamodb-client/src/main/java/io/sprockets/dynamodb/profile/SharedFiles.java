package io.sprockets.dynamodb.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.sprockets.dynamodb.error.ConfigFileNotFoundException;
import io.sprockets.dynamodb.error.ProfileNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * What the two files held when they were read, the credentials file's properties over the
 * config file's.
 */
final class SharedFiles {

	private final Map<String, Map<String, String>> profiles = new LinkedHashMap<>();

	private final Map<String, Map<String, String>> ssoSessions = new LinkedHashMap<>();

	private final Map<String, Map<String, String>> services = new LinkedHashMap<>();

	private final List<SharedFile> present = new ArrayList<>();

	private final List<SharedFile> missing = new ArrayList<>();

	private SharedFiles() {
	}

	/**
	 * Reads both files. Blocks.
	 */
	static SharedFiles read(AwsEnvironment environment) {
		return read(SharedFile.locateAll(environment));
	}

	/**
	 * Reads the given files, later ones over earlier ones. Blocks.
	 */
	static SharedFiles read(List<SharedFile> located) {
		SharedFiles files = new SharedFiles();
		for (SharedFile file : located) {
			files.add(file, SharedFileReader.read(file));
		}
		return files;
	}

	private void add(SharedFile file, @Nullable String content) {
		if (content == null) {
			this.missing.add(file);
			return;
		}
		this.present.add(file);
		ParsedFile parsed = ProfileFileParser.parse(file, content);
		merge(parsed.profiles(), this.profiles);
		merge(parsed.ssoSessions(), this.ssoSessions);
		merge(parsed.services(), this.services);
	}

	private static void merge(Map<String, Map<String, String>> sections, Map<String, Map<String, String>> target) {
		sections.forEach(
				(name, properties) -> target.computeIfAbsent(name, (key) -> new LinkedHashMap<>()).putAll(properties));
	}

	/**
	 * Returns the properties of all profiles by the profiles' names.
	 */
	Map<String, Map<String, String>> profiles() {
		return Collections.unmodifiableMap(this.profiles);
	}

	/**
	 * Returns the profile asked for; one without properties if none of that name is there
	 * and nobody named it.
	 */
	Profile select(ProfileSelection selection) {
		Map<String, String> properties = this.profiles.get(selection.name());
		if (properties == null) {
			if (selection.isNamed()) {
				throw notFound(selection);
			}
			properties = Map.of();
		}
		String description = selection.describe() + " in " + lookedAt();
		return new Profile(selection.name(), properties, description, isNamedFileMissing());
	}

	/**
	 * Returns a profile that another one names, {@code null} if it is not there.
	 */
	@Nullable Profile profile(String name) {
		return section("profile", name, this.profiles);
	}

	/**
	 * Returns the {@code sso-session} section of a name, {@code null} if it is not there.
	 */
	@Nullable Profile ssoSession(String name) {
		return section("sso-session", name, this.ssoSessions);
	}

	/**
	 * Returns the {@code services} section of a name, {@code null} if it is not there.
	 */
	@Nullable Profile services(String name) {
		return section("services section", name, this.services);
	}

	private @Nullable Profile section(String kind, String name, Map<String, Map<String, String>> sections) {
		Map<String, String> properties = sections.get(name);
		return (properties != null) ? new Profile(name, properties, kind + " '" + name + "' in " + lookedAt(), false)
				: null;
	}

	/**
	 * Says whether others hold the same.
	 */
	boolean isSameAs(SharedFiles other) {
		return this.profiles.equals(other.profiles) && this.ssoSessions.equals(other.ssoSessions)
				&& this.services.equals(other.services);
	}

	private RuntimeException notFound(ProfileSelection selection) {
		String lookedFor = "Looked for " + selection.describe() + " in " + lookedAt() + ". ";
		if (isNamedFileMissing()) {
			return new ConfigFileNotFoundException(lookedFor + "Correct the setting that names the missing file, "
					+ "or create the file with the profile in it");
		}
		if (this.present.isEmpty()) {
			return new ConfigFileNotFoundException(lookedFor + "Create one of the files with the profile in it, "
					+ "say where they are with AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE, "
					+ "or remove the setting that names the profile");
		}
		String existing = this.profiles.isEmpty() ? "There are no profiles"
				: "There are: " + String.join(", ", new TreeSet<>(profiles().keySet()));
		return new ProfileNotFoundException(lookedFor + existing + ". Name one of these, or add the profile "
				+ "('[profile name]' in the config file, '[name]' in the credentials file)");
	}

	private boolean isNamedFileMissing() {
		return this.missing.stream().anyMatch(SharedFile::isNamed);
	}

	private String lookedAt() {
		List<String> descriptions = new ArrayList<>();
		this.present.forEach((file) -> descriptions.add(file.describe()));
		this.missing.forEach((file) -> descriptions.add(file.describe() + " (does not exist)"));
		return String.join(" and ", descriptions);
	}

}
