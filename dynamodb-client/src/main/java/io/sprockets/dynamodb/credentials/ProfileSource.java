package io.sprockets.dynamodb.credentials;

import java.util.List;

import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.profile.Profile;
import io.sprockets.dynamodb.profile.ProfileFiles;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Keys in the profile of the shared files.
 */
final class ProfileSource implements CredentialsSource {

	/**
	 * What AWS's tools use before the keys of the same profile; to take the keys would be
	 * to act as someone else.
	 */
	private static final List<String> BEFORE_KEYS = List.of("role_arn", "web_identity_token_file", "sso_session",
			"sso_start_url");

	private static final List<String> WITHOUT_KEYS = List.of("credential_process", "credential_source",
			"login_session");

	private final ProfileFiles files;

	ProfileSource(ProfileFiles files) {
		this.files = files;
	}

	@Override
	public Mono<Finding> look() {
		return Mono.defer(this.files::load).map(ProfileSource::find);
	}

	private static Finding find(Profile profile) {
		String unsupported = firstSet(profile, BEFORE_KEYS);
		if (unsupported == null) {
			AwsCredentials credentials = StaticKeys.PROFILE_PROPERTIES.read(profile.description(), profile::property);
			if (credentials != null) {
				return new Found(credentials);
			}
			unsupported = firstSet(profile, WITHOUT_KEYS);
		}
		String reason = (unsupported != null) ? "has " + unsupported + ", a source of credentials not supported yet"
				: "aws_access_key_id and aws_secret_access_key are not set";
		return new Nothing(profile.description() + ": " + reason, profile.isNamedFileMissing());
	}

	private static @Nullable String firstSet(Profile profile, List<String> names) {
		return names.stream().filter((name) -> profile.property(name) != null).findFirst().orElse(null);
	}

}
