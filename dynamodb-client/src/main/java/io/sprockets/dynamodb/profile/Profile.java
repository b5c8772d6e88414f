package io.sprockets.dynamodb.profile;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A profile of the shared config and credentials files, both together. Without properties
 * where nobody asked for a profile by name and there is no {@code default}.
 */
public final class Profile {

	private final String name;

	private final Map<String, String> properties;

	private final String description;

	private final boolean namedFileMissing;

	Profile(String name, Map<String, String> properties, String description, boolean namedFileMissing) {
		this.name = name;
		this.properties = Map.copyOf(properties);
		this.description = description;
		this.namedFileMissing = namedFileMissing;
	}

	/**
	 * Returns the name, without the word {@code profile} of the config file.
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Returns a property, {@code null} if it is not set or blank.
	 * @param name the property's name in any case, for example {@code region}; that of a
	 * nested property has a dot, {@code s3.endpoint_url}
	 */
	public @Nullable String property(String name) {
		String value = this.properties.get(name.toLowerCase(Locale.ROOT));
		return (value != null && !value.isBlank()) ? value : null;
	}

	boolean isEmpty() {
		return this.properties.isEmpty();
	}

	/**
	 * Returns which profile this is, what names it, and the full paths that were looked
	 * at, in words for a message.
	 */
	public String description() {
		return this.description;
	}

	/**
	 * Returns whether a variable or system property names a file that does not exist.
	 */
	public boolean isNamedFileMissing() {
		return this.namedFileMissing;
	}

	/**
	 * Returns the description: no property, as some are secret.
	 */
	@Override
	public String toString() {
		return this.description;
	}

}
