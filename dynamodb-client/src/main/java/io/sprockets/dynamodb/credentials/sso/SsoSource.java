package io.sprockets.dynamodb.credentials.sso;

import java.time.Duration;

import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.Finding;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.exchange.CredentialsRequest;
import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;
import io.sprockets.dynamodb.credentials.exchange.RetriedExchange;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import reactor.core.publisher.Mono;

/**
 * The credentials of a role that the portal of IAM Identity Center gives for the token of
 * a login. The portal is asked up to 3 times, for at most 5 seconds each.
 */
public final class SsoSource implements CredentialsSource {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final int ATTEMPTS = 3;

	private static final int SILENT_ATTEMPTS = 2;

	private final SsoSettings settings;

	private final RetriedExchange exchange;

	private final SsoLoginToken token;

	/**
	 * Creates a source. Nothing is looked at yet.
	 */
	public SsoSource(SourceContext context, SsoSettings settings) {
		this.settings = settings;
		this.exchange = new RetriedExchange(context.exchange(), ATTEMPTS, SILENT_ATTEMPTS);
		this.token = new SsoLoginToken(this.exchange, context.clock(), settings,
				SsoTokenFile.of(context.environment(), settings), TIMEOUT);
	}

	/**
	 * Asks the portal.
	 * @return the credentials, or CredentialsRetrievalException if there are none, which
	 * says whether to log in
	 */
	@Override
	public Mono<Finding> look() {
		return Mono.defer(this.token::get)
			.flatMap(this::ask)
			.<Finding>map((response) -> new Found(PortalAnswer.read(response, this.settings)))
			.onErrorMap(SsoLoginException.class, (ex) -> failed(ex.getMessage() + ". " + remedy(), ex))
			.onErrorMap(CredentialsExchangeException.class, (ex) -> failed(String.valueOf(ex.getMessage()), ex));
	}

	private Mono<CredentialsResponse> ask(SsoToken valid) {
		CredentialsRequest request = CredentialsRequest
			.of("GET", new SsoEndpoints(this.settings).credentials(), TIMEOUT)
			.withHeader("Accept", "application/json")
			.withHeader("x-amz-sso_bearer_token", valid.accessToken());
		return this.exchange.exchange(request);
	}

	private CredentialsRetrievalException failed(String why, Throwable cause) {
		return new CredentialsRetrievalException(
				"Cannot get credentials with the login of " + this.settings.place() + ": " + why, cause);
	}

	private String remedy() {
		return (this.settings.session() != null) ? "Run 'aws sso login --sso-session " + this.settings.session() + "'"
				: "Run 'aws sso login' for this profile";
	}

}
