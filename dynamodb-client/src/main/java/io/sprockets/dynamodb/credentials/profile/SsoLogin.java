package io.sprockets.dynamodb.credentials.profile;

import io.sprockets.dynamodb.credentials.sso.SsoSettings;
import io.sprockets.dynamodb.endpoint.ServiceEndpoints;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.Profile;
import io.sprockets.dynamodb.profile.ProfileSet;
import org.jspecify.annotations.Nullable;

/**
 * What a profile says about a login.
 *
 * @param profile the profile
 * @param session the name of its {@code sso-session} section, {@code null} for the older
 * form without one
 */
record SsoLogin(Profile profile, @Nullable String session, String startUrl, String region, String accountId,
		String roleName) {

	static boolean isIn(Profile profile) {
		return profile.property("sso_session") != null || profile.property("sso_start_url") != null;
	}

	/**
	 * Says whether the login is for credentials; without account and role it is for a
	 * token that other services take.
	 */
	static boolean isForCredentials(Profile profile) {
		return profile.property("sso_account_id") != null || profile.property("sso_role_name") != null;
	}

	/**
	 * Returns a profile's login.
	 * @throws DynamoDbConfigurationException if something is missing, or said twice and
	 * not alike
	 */
	static SsoLogin of(Profile profile, ProfileSet profiles) {
		String session = profile.property("sso_session");
		Profile section = profile;
		if (session != null) {
			section = profiles.ssoSession(session);
			if (section == null) {
				throw new DynamoDbConfigurationException("sso_session of " + profile.description() + " is '" + session
						+ "', but there is no section '[sso-session " + session + "]'. Add it, or correct the name");
			}
			refuseOther(profile, section, "sso_start_url");
			refuseOther(profile, section, "sso_region");
		}
		if (!isForCredentials(profile)) {
			throw new DynamoDbConfigurationException("The login of " + profile.description() + " gives a token, not "
					+ "credentials. Add sso_account_id and sso_role_name, or name another profile");
		}
		return new SsoLogin(profile, session, required(section, "sso_start_url"), required(section, "sso_region"),
				required(profile, "sso_account_id"), required(profile, "sso_role_name"));
	}

	private static void refuseOther(Profile profile, Profile section, String name) {
		String value = profile.property(name);
		if (value != null && !value.equals(section.property(name))) {
			throw new DynamoDbConfigurationException(name + " of " + profile.description()
					+ " is not that of its sso-session section. Remove it from the profile");
		}
	}

	private static String required(Profile section, String name) {
		String value = section.property(name);
		if (value == null) {
			throw new DynamoDbConfigurationException(
					name + " is not set in " + section.description() + ", and the login there needs it");
		}
		return value;
	}

	SsoSettings settings(ServiceEndpoints endpoints) {
		return new SsoSettings(this.profile.description(), this.session, this.startUrl, this.region, this.accountId,
				this.roleName, endpoints.override("sso"), endpoints.override("sso_oidc"), endpoints.isFips(),
				endpoints.isDualStack());
	}

}
