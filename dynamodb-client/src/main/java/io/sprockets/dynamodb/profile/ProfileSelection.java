package io.sprockets.dynamodb.profile;

import org.jspecify.annotations.Nullable;

/**
 * The profile that is asked for.
 *
 * @param name its name
 * @param setting what names it, {@code null} where nothing does and {@code default} is
 * meant
 */
record ProfileSelection(String name, @Nullable String setting) {

	static ProfileSelection of(@Nullable String configured, AwsEnvironment environment) {
		if (configured != null) {
			return new ProfileSelection(configured, "dynamodb.profile");
		}
		String name = environment.property("aws.profile");
		if (name != null) {
			return new ProfileSelection(name, "system property aws.profile");
		}
		for (String variable : new String[] { "AWS_PROFILE", "AWS_DEFAULT_PROFILE" }) {
			name = environment.variable(variable);
			if (name != null) {
				return new ProfileSelection(name, "environment variable " + variable);
			}
		}
		return new ProfileSelection("default", null);
	}

	boolean isNamed() {
		return this.setting != null;
	}

	/**
	 * Returns the name, and what gave it, for messages.
	 */
	String describe() {
		String text = "profile '" + this.name + "'";
		return (this.setting != null) ? text + " (named by " + this.setting + ")" : text;
	}

}
