package io.sprockets.dynamodb.credentials;

import java.util.ArrayList;
import java.util.List;

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

	private static final String REMEDY = "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, add credentials to the "
			+ "profile, or name a profile that has some with dynamodb.profile or AWS_PROFILE";

	private static final String REMEDY_OF_NAMED_PROFILE = "As dynamodb.profile is set, no other source was asked. "
			+ "Add credentials to that profile, name another one, or remove the setting";

	private final SourceContext context;

	private final ProfileFiles files;

	private final @Nullable String region;

	private final RefreshingCredentials credentials;

	/**
	 * Creates a chain. Nothing is looked at yet.
	 * @param context what sources need; its exchange is closed with the chain, if it can
	 * be
	 * @param profileFiles the profile files
	 * @param region where roles are asked for if neither environment nor profile have a
	 * region, or {@code null}
	 */
	public DefaultCredentialsChain(SourceContext context, ProfileFiles profileFiles, @Nullable String region) {
		this.context = context;
		this.files = profileFiles;
		this.region = region;
		this.credentials = refreshing(List.of(new InstanceMetadataSource(context, profileFiles)));
	}

	/**
	 * Makes credentials of the chain with the given end.
	 */
	private RefreshingCredentials refreshing(List<CredentialsSource> end) {
		CredentialsSource profile = new ProfileSource(this.context, this.files, this.region);
		CredentialsChain chain;
		if (this.files.isProfileNamedInCode()) {
			chain = new CredentialsChain(() -> List.of(profile), REMEDY_OF_NAMED_PROFILE, this.files);
		}
		else {
			CredentialsSource webIdentity = new EnvironmentWebIdentitySource(this.context, this.files, this.region);
			List<CredentialsSource> usual = sources(List.of(webIdentity, profile), end);
			// What someone names goes before what the platform sets unasked
			List<CredentialsSource> ofNamedProfile = sources(List.of(profile, webIdentity), end);
			chain = new CredentialsChain(() -> this.files.isProfileNamed() ? ofNamedProfile : usual, REMEDY,
					this.files);
		}
		return new RefreshingCredentials(chain, this.context.clock());
	}

	private List<CredentialsSource> sources(List<CredentialsSource> middle, List<CredentialsSource> end) {
		List<CredentialsSource> sources = new ArrayList<>();
		sources.add(EnvironmentSource.properties(this.context.environment()));
		sources.add(EnvironmentSource.variables(this.context.environment()));
		sources.addAll(middle);
		sources.add(new ContainerSource(this.context));
		sources.addAll(end);
		return sources;
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
	 * Returns a provider that asks the same sources but the EC2 instance, whose absence
	 * shows only in time.
	 */
	@Override
	public AwsCredentialsProvider withFallback(AwsCredentials fallback) {
		return new FallbackCredentialsProvider(refreshing(List.of()), fallback);
	}

	/**
	 * Closes the exchange. Credentials that are there remain.
	 */
	@Override
	public void close() {
		this.credentials.close();
		if (this.context.exchange() instanceof AutoCloseable closeable) {
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
