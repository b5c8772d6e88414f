package io.sprockets.dynamodb.credentials;

import java.util.List;

import io.sprockets.dynamodb.credentials.exchange.CredentialsExchange;
import io.sprockets.dynamodb.credentials.keys.EnvironmentSource;
import io.sprockets.dynamodb.credentials.metadata.ContainerSource;
import io.sprockets.dynamodb.credentials.metadata.InstanceMetadataSource;
import io.sprockets.dynamodb.credentials.profile.ProfileSource;
import io.sprockets.dynamodb.credentials.refresh.RefreshingCredentials;
import io.sprockets.dynamodb.credentials.sts.EnvironmentWebIdentitySource;
import io.sprockets.dynamodb.profile.ProfileFiles;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finds credentials where AWS's tools look: system properties, environment variables, web
 * identity, profile, container, EC2 instance. With a profile named in code only that
 * profile is asked, as the AWS CLI does with {@code --profile}. What was found is kept
 * and renewed, see {@link RefreshingCredentials}.
 */
public final class DefaultCredentialsChain implements AwsCredentialsProvider, AutoCloseable {

	private final RefreshingCredentials credentials;

	private final CredentialsExchange exchange;

	/**
	 * Creates a chain. Nothing is looked at yet.
	 * @param context what sources need; its exchange is closed with the chain, if it can
	 * be
	 * @param profileFiles the profile files
	 * @param region where roles are asked for if neither environment nor profile have a
	 * region, or {@code null}
	 */
	public DefaultCredentialsChain(SourceContext context, ProfileFiles profileFiles, @Nullable String region) {
		this.exchange = context.exchange();
		this.credentials = new RefreshingCredentials(chain(context, profileFiles, region), context.clock());
	}

	private static CredentialsChain chain(SourceContext context, ProfileFiles files, @Nullable String region) {
		CredentialsSource profile = new ProfileSource(context, files, region);
		if (files.isProfileNamedInCode()) {
			return new CredentialsChain(() -> List.of(profile),
					"As dynamodb.profile is set, no other source was "
							+ "asked. Add credentials to that profile, name another one, or remove the setting",
					files.reload());
		}
		CredentialsSource properties = EnvironmentSource.properties(context.environment());
		CredentialsSource variables = EnvironmentSource.variables(context.environment());
		CredentialsSource webIdentity = new EnvironmentWebIdentitySource(context, files, region);
		CredentialsSource container = new ContainerSource(context);
		CredentialsSource instance = new InstanceMetadataSource(context, files);
		List<CredentialsSource> usual = List.of(properties, variables, webIdentity, profile, container, instance);
		// What someone names goes before what the platform sets unasked
		List<CredentialsSource> ofNamedProfile = List.of(properties, variables, profile, webIdentity, container,
				instance);
		return new CredentialsChain(() -> files.isProfileNamed() ? ofNamedProfile : usual,
				"Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, add credentials to the profile, "
						+ "or name a profile that has some with dynamodb.profile or AWS_PROFILE",
				files.reload());
	}

	/**
	 * Returns the credentials of the first source that has some.
	 * @return the credentials, or NoCredentialsException if no source has any,
	 * ConfigFileNotFoundException if moreover a file that a setting names is missing,
	 * CredentialsRetrievalException if a source that is in use fails, another
	 * DynamoDbConfigurationException if it is not rightly configured, or an error of
	 * {@link ProfileFiles#load()}
	 */
	@Override
	public Mono<AwsCredentials> resolve() {
		return this.credentials.resolve();
	}

	@Override
	public void invalidate(AwsCredentials rejected) {
		this.credentials.invalidate(rejected);
	}

	/**
	 * Closes the exchange. Credentials that are there remain.
	 */
	@Override
	public void close() {
		this.credentials.close();
		if (this.exchange instanceof AutoCloseable closeable) {
			try {
				closeable.close();
			}
			catch (Exception ex) {
				throw new IllegalStateException("The exchange for credentials cannot be closed", ex);
			}
		}
	}

	@Override
	public String toString() {
		return "DefaultCredentialsChain[" + this.credentials + "]";
	}

}
