package io.sprockets.dynamodb.credentials.sts;

import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.Finding;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.error.ConfigFileNotFoundException;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import reactor.core.publisher.Mono;

/**
 * A role that other credentials may assume. Both are asked for at each look, so that no
 * outdated ones stay in between.
 */
public final class AssumeRoleSource implements CredentialsSource {

	private final SourceContext context;

	private final StsEndpoint endpoint;

	private final Role role;

	private final CredentialsSource base;

	/**
	 * Creates a source.
	 * @param base where the credentials are that assume the role
	 */
	public AssumeRoleSource(SourceContext context, StsEndpoint endpoint, Role role, CredentialsSource base) {
		this.context = context;
		this.endpoint = endpoint;
		this.role = role;
		this.base = base;
	}

	@Override
	public Mono<Finding> look() {
		return this.base.look().flatMap((finding) -> {
			if (finding instanceof Found found) {
				StsRequest request = StsRequest.of(this.endpoint, "AssumeRole",
						this.role.parameters(this.context.clock().millis()), found.credentials());
				return new StsClient(this.context).ask(request, "assume " + this.role.describe()).map(Found::new);
			}
			return Mono.error(withoutBase((Nothing) finding));
		});
	}

	private DynamoDbConfigurationException withoutBase(Nothing nothing) {
		String message = "Cannot assume " + this.role.describe() + ": there are no credentials to do so. Tried "
				+ nothing.reason();
		return nothing.fileMissing() ? new ConfigFileNotFoundException(message)
				: new DynamoDbConfigurationException(message);
	}

}
