package io.sprockets.dynamodb.credentials.sts;

import java.util.Map;

import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.Finding;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.file.TokenFile;
import io.sprockets.dynamodb.credentials.file.UnusableFileException;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import reactor.core.publisher.Mono;

/**
 * A role that the bearer of a token may assume, as EKS gives one to each service account.
 * The token's file is read at each look, as it is replaced before the token ends.
 */
public final class WebIdentitySource implements CredentialsSource {

	private final SourceContext context;

	private final StsEndpoint endpoint;

	private final Role role;

	private final String tokenFile;

	/**
	 * Creates a source.
	 * @param tokenFile the path of the token's file
	 */
	public WebIdentitySource(SourceContext context, StsEndpoint endpoint, Role role, String tokenFile) {
		this.context = context;
		this.endpoint = endpoint;
		this.role = role;
		this.tokenFile = tokenFile;
	}

	@Override
	public Mono<Finding> look() {
		return TokenFile.read(this.tokenFile)
			.map(String::strip)
			.filter((token) -> !token.isEmpty())
			.switchIfEmpty(Mono.error(() -> new UnusableFileException("it is empty", null)))
			.onErrorMap(UnusableFileException.class, this::describe)
			.flatMap((token) -> {
				Map<String, String> parameters = this.role.parameters(this.context.clock().millis());
				parameters.put("WebIdentityToken", token);
				StsRequest request = StsRequest.of(this.endpoint, "AssumeRoleWithWebIdentity", parameters, null);
				return new StsClient(this.context)
					.ask(request, "assume " + this.role.describe() + " with the token of " + this.tokenFile)
					.map(Found::new);
			});
	}

	private CredentialsRetrievalException describe(Throwable problem) {
		return new CredentialsRetrievalException("Cannot read the web identity token " + this.tokenFile + " ("
				+ this.role.place() + "): " + problem.getMessage());
	}

}
