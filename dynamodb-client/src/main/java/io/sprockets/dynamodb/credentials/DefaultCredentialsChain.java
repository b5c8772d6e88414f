package io.sprockets.dynamodb.credentials;

import java.util.List;

import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.profile.CachedLookup;
import io.sprockets.dynamodb.profile.ProfileFiles;
import reactor.core.publisher.Mono;

/**
 * Finds credentials where AWS's tools look: system properties, environment variables,
 * profile files. With a profile named in code only that profile is asked, as the AWS CLI
 * does with {@code --profile}. What was found is kept, an error is not.
 */
public final class DefaultCredentialsChain implements AwsCredentialsProvider {

	private final CachedLookup<AwsCredentials> credentials;

	public DefaultCredentialsChain(AwsEnvironment environment, ProfileFiles profileFiles) {
		this.credentials = new CachedLookup<>(chain(environment, profileFiles).ask());
	}

	private static CredentialsChain chain(AwsEnvironment environment, ProfileFiles profileFiles) {
		CredentialsSource profile = new ProfileSource(profileFiles);
		if (profileFiles.isProfileNamedInCode()) {
			return new CredentialsChain(List.of(profile), "As dynamodb.profile is set, no other source was asked. "
					+ "Add keys to that profile, name another one, or remove the setting");
		}
		return new CredentialsChain(
				List.of(EnvironmentSource.properties(environment), EnvironmentSource.variables(environment), profile),
				"Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, add keys to the profile, "
						+ "or name a profile that has them with dynamodb.profile or AWS_PROFILE");
	}

	/**
	 * Returns the credentials of the first source that has some.
	 * @return the credentials, or NoCredentialsException if no source has any,
	 * ConfigFileNotFoundException if moreover a file that a setting names is missing,
	 * DynamoDbConfigurationException if a source has half a key, or an error of
	 * {@link ProfileFiles#load()}
	 */
	@Override
	public Mono<AwsCredentials> resolve() {
		return this.credentials.get();
	}

}
