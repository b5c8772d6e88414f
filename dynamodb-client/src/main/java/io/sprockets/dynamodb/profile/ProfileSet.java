package io.sprockets.dynamodb.profile;

import org.jspecify.annotations.Nullable;

/**
 * The profile in use and those it may refer to, as both files had them at one time.
 */
public final class ProfileSet {

	private final SharedFiles files;

	private final Profile selected;

	ProfileSet(SharedFiles files, Profile selected) {
		this.files = files;
		this.selected = selected;
	}

	/**
	 * Returns the profile in use.
	 */
	public Profile selected() {
		return this.selected;
	}

	/**
	 * Returns a profile by its name, {@code null} if it is in no file.
	 */
	public @Nullable Profile profile(String name) {
		return this.files.profile(name);
	}

	/**
	 * Returns the {@code sso-session} section that a profile of this set names,
	 * {@code null} if it is in no file.
	 */
	public @Nullable Profile ssoSession(String name) {
		return this.files.ssoSession(name);
	}

	/**
	 * Returns the {@code services} section that the profile in use names, {@code null} if
	 * it names none or it is in no file. The endpoint of a service is its property
	 * {@code service.endpoint_url}.
	 */
	public @Nullable Profile services() {
		String name = this.selected.property("services");
		return (name != null) ? this.files.services(name) : null;
	}

	boolean isSameAs(ProfileSet other) {
		return this.selected.name().equals(other.selected.name()) && this.files.isSameAs(other.files);
	}

	@Override
	public String toString() {
		return this.selected.toString();
	}

}
