package io.sprockets.dynamodb.credentials.profile;

import io.sprockets.dynamodb.credentials.sts.Role;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * The role that a profile has.
 */
record RoleOfProfile(Profile profile, Role role) {

	private static final int MIN_SECONDS = 900;

	private static final int MAX_SECONDS = 43_200;

	/**
	 * Returns a profile's role that is assumed with keys.
	 * @throws DynamoDbConfigurationException if it demands a code, or a setting is wrong
	 */
	static RoleOfProfile withKeys(Profile profile, String arn) {
		if (profile.property("mfa_serial") != null) {
			throw new DynamoDbConfigurationException("role_arn of " + profile.description() + " has mfa_serial, and "
					+ "an application cannot type in the code. Name a profile without it, or let a person make a "
					+ "session with the AWS CLI ('aws configure export-credentials') and use those keys");
		}
		return new RoleOfProfile(profile, new Role(profile.description(), arn, profile.property("role_session_name"),
				profile.property("external_id"), duration(profile)));
	}

	/**
	 * Returns a profile's role that is assumed with a token.
	 * @throws DynamoDbConfigurationException if a setting is wrong
	 */
	static RoleOfProfile withToken(Profile profile, String arn) {
		return new RoleOfProfile(profile,
				new Role(profile.description(), arn, profile.property("role_session_name"), null, duration(profile)));
	}

	private static @Nullable Integer duration(Profile profile) {
		String text = profile.property("duration_seconds");
		if (text == null) {
			return null;
		}
		try {
			int seconds = Integer.parseInt(text.strip());
			if (seconds >= MIN_SECONDS && seconds <= MAX_SECONDS) {
				return seconds;
			}
		}
		catch (NumberFormatException ex) {
			// Told below like a number out of range
		}
		throw new DynamoDbConfigurationException("duration_seconds of " + profile.description()
				+ " is not an integer from " + MIN_SECONDS + " to " + MAX_SECONDS + ". Correct or remove it");
	}

}
