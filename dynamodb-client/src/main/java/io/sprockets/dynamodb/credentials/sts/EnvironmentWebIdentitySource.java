package io.sprockets.dynamodb.credentials.sts;

import java.util.Optional;

import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.Finding;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.endpoint.ServiceEndpoints;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.profile.ProfileFiles;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A role and the file of a token, as variables or system properties name them: what EKS
 * sets for a service account.
 */
public final class EnvironmentWebIdentitySource implements CredentialsSource {

	private static final String TOKEN_FILE = "AWS_WEB_IDENTITY_TOKEN_FILE";

	private static final String ROLE = "AWS_ROLE_ARN";

	private static final String PLACE = "environment variables " + ROLE + " and " + TOKEN_FILE;

	private final SourceContext context;

	private final ProfileFiles files;

	private final @Nullable String region;

	/**
	 * Creates a source.
	 * @param files where region and endpoint may be, if the environment does not have
	 * them
	 * @param region where the role is asked for if nothing else tells it, or {@code null}
	 */
	public EnvironmentWebIdentitySource(SourceContext context, ProfileFiles files, @Nullable String region) {
		this.context = context;
		this.files = files;
		this.region = region;
	}

	@Override
	public Mono<Finding> look() {
		return Mono.defer(() -> {
			String tokenFile = setting("aws.webIdentityTokenFile", TOKEN_FILE);
			String arn = setting("aws.roleArn", ROLE);
			if (tokenFile == null) {
				return Mono.just(new Nothing("web identity: " + TOKEN_FILE + " is not set"));
			}
			if (arn == null) {
				throw new DynamoDbConfigurationException(
						ROLE + " is not set although " + TOKEN_FILE + " is. Set both, or neither");
			}
			Role role = new Role(PLACE, arn, setting("aws.roleSessionName", "AWS_ROLE_SESSION_NAME"), null, null);
			return endpoint()
				.flatMap((endpoint) -> new WebIdentitySource(this.context, endpoint, role, tokenFile).look());
		});
	}

	/**
	 * Files that cannot be read do not matter to who does not need them.
	 */
	private Mono<StsEndpoint> endpoint() {
		AwsEnvironment environment = this.context.environment();
		return this.files.latest()
			.map(Optional::of)
			.onErrorReturn(DynamoDbConfigurationException.class, Optional.empty())
			.map((profiles) -> {
				ServiceEndpoints endpoints = new ServiceEndpoints(environment, profiles.orElse(null),
						this.context.allowInsecureHttp());
				String told = endpoints.region(null);
				return StsEndpoint.of(endpoints, (told != null) ? told : this.region);
			});
	}

	private @Nullable String setting(String property, String variable) {
		String value = this.context.environment().property(property);
		if (value == null) {
			value = this.context.environment().variable(variable);
		}
		return (value != null && !value.isBlank()) ? value.strip() : null;
	}

}
