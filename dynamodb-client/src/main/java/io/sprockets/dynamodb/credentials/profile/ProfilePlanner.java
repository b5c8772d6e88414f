package io.sprockets.dynamodb.credentials.profile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.keys.StaticKeys;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.Profile;
import io.sprockets.dynamodb.profile.ProfileSet;
import org.jspecify.annotations.Nullable;

/**
 * Follows a profile to where its credentials come from. A role goes before the keys of
 * the profile in use, but after those of a profile it leads to, as in AWS's tools.
 */
final class ProfilePlanner {

	private final ProfileSet profiles;

	private final Deque<RoleOfProfile> roles = new ArrayDeque<>();

	private final List<String> visited = new ArrayList<>();

	ProfilePlanner(ProfileSet profiles) {
		this.profiles = profiles;
	}

	/**
	 * Returns the plan, {@code null} if the profile in use has no credentials.
	 * @throws DynamoDbConfigurationException if what it has is incomplete or
	 * contradictory
	 */
	@Nullable ProfilePlan plan() {
		Profile profile = this.profiles.selected();
		PlanBase base = null;
		while (base == null) {
			this.visited.add(profile.name());
			String next = assume(profile);
			if (next == null) {
				base = base(profile);
				if (base == null && this.visited.size() == 1 && this.roles.isEmpty()) {
					return null;
				}
				if (base == null) {
					throw wrong(profile, "has no credentials, which source_profile says that it has");
				}
			}
			else {
				Profile source = source(profile, next);
				base = keys(source);
				profile = source;
			}
		}
		return new ProfilePlan(base, List.copyOf(this.roles));
	}

	/**
	 * Takes up the role of a profile, if it has one for other credentials to assume.
	 * @return the profile that has those, {@code null} if it is this profile
	 */
	private @Nullable String assume(Profile profile) {
		String arn = profile.property("role_arn");
		if (arn == null || profile.property("web_identity_token_file") != null) {
			return null;
		}
		String sourceProfile = profile.property("source_profile");
		String credentialSource = profile.property("credential_source");
		if (sourceProfile != null && credentialSource != null) {
			throw wrong(profile, "has both source_profile and credential_source. Remove one of them");
		}
		if (sourceProfile == null && credentialSource == null) {
			throw wrong(profile, "has role_arn, which needs source_profile, credential_source "
					+ "or web_identity_token_file beside it");
		}
		this.roles.addFirst(RoleOfProfile.withKeys(profile, arn));
		return sourceProfile;
	}

	private Profile source(Profile profile, String name) {
		boolean itself = name.equals(profile.name());
		if (this.visited.contains(name) && !(itself && keys(profile) != null)) {
			throw wrong(profile, "has a source_profile that leads in a circle: " + String.join(" -> ", this.visited)
					+ " -> " + name);
		}
		Profile source = this.profiles.profile(name);
		if (source == null) {
			throw wrong(profile, "has the source_profile '" + name + "', which is in none of the files");
		}
		return source;
	}

	private @Nullable PlanBase base(Profile profile) {
		String credentialSource = profile.property("credential_source");
		if (!this.roles.isEmpty() && this.roles.getFirst().profile() == profile && credentialSource != null) {
			return new PlanBase.Named(CredentialSource.of(credentialSource, profile));
		}
		String tokenFile = profile.property("web_identity_token_file");
		if (tokenFile != null) {
			return webIdentity(profile, tokenFile);
		}
		if (SsoLogin.isForCredentials(profile)) {
			return new PlanBase.Sso(SsoLogin.of(profile, this.profiles));
		}
		PlanBase keys = keys(profile);
		if (keys != null) {
			return keys;
		}
		String command = profile.property("credential_process");
		if (command != null) {
			return new PlanBase.Command(profile, command);
		}
		if (SsoLogin.isIn(profile)) {
			return new PlanBase.Sso(SsoLogin.of(profile, this.profiles));
		}
		return (credentialSource != null) ? new PlanBase.Named(CredentialSource.of(credentialSource, profile)) : null;
	}

	private static PlanBase webIdentity(Profile profile, String tokenFile) {
		String arn = profile.property("role_arn");
		if (arn == null) {
			throw wrong(profile, "has web_identity_token_file, which needs role_arn beside it");
		}
		return new PlanBase.WebIdentity(RoleOfProfile.withToken(profile, arn), tokenFile);
	}

	private static @Nullable PlanBase keys(Profile profile) {
		AwsCredentials credentials = StaticKeys.PROFILE_PROPERTIES.read(profile.description(), profile::property);
		return (credentials != null) ? new PlanBase.Keys(credentials) : null;
	}

	private static DynamoDbConfigurationException wrong(Profile profile, String what) {
		return new DynamoDbConfigurationException(profile.description() + " " + what);
	}

}
