package io.sprockets.dynamodb.credentials.metadata;

import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;

import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.exchange.AnswerStatus;
import io.sprockets.dynamodb.credentials.exchange.CredentialsExchangeException;
import io.sprockets.dynamodb.credentials.exchange.CredentialsRequest;
import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;
import io.sprockets.dynamodb.credentials.exchange.RetriedExchange;
import io.sprockets.dynamodb.profile.ProfileFiles;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The metadata service of EC2 instances (IMDS). A token is got once and serves for hours
 * (version 2); where the service knows no tokens, it is asked without (version 1), unless
 * that is disabled.
 */
final class InstanceMetadata {

	/**
	 * What services answer that know no tokens, or do not let a request for one pass (AWS
	 * SDKs and Tools Reference, "IMDS credential provider").
	 */
	private static final Set<Integer> WITHOUT_TOKENS = Set.of(403, 404, 405);

	private static final int UNAUTHORIZED = 401;

	private final SourceContext context;

	private final ProfileFiles profileFiles;

	private volatile @Nullable MetadataToken token;

	InstanceMetadata(SourceContext context, ProfileFiles profileFiles) {
		this.context = context;
		this.profileFiles = profileFiles;
	}

	/**
	 * Returns what says that the service is not to be asked, {@code null} if nothing
	 * does.
	 */
	@Nullable String disabledBy() {
		return MetadataSettings.disabledBy(this.context.environment());
	}

	/**
	 * Reads the settings, anew each time.
	 * @return the settings, DynamoDbConfigurationException if one is wrong, or an error
	 * of {@link ProfileFiles#load()}
	 */
	Mono<MetadataSettings> settings() {
		return Mono.defer(this.profileFiles::load)
			.map((profile) -> MetadataSettings.read(this.context.environment(), profile));
	}

	/**
	 * Sees to a token.
	 * @return a session with or without one, or {@link CredentialsExchangeException}
	 */
	Mono<Session> open(MetadataSettings settings) {
		return Mono.defer(() -> {
			MetadataToken known = this.token;
			return (known != null && known.isFor(settings, this.context.clock().instant()))
					? Mono.just(new Session(settings, known, "")) : openAnew(settings);
		});
	}

	private Mono<Session> openAnew(MetadataSettings settings) {
		CredentialsRequest request = MetadataToken.withLifetime(request("PUT", settings, "/latest/api/token"));
		return exchange(request, settings).<Supplier<Session>>map((response) -> () -> answered(response, settings))
			.onErrorResume(CredentialsExchangeException.class, (ex) -> Mono.just(() -> unanswered(ex, settings)))
			.map(Supplier::get);
	}

	private Session answered(CredentialsResponse response, MetadataSettings settings) {
		if (WITHOUT_TOKENS.contains(response.status())) {
			return withoutToken(AnswerStatus.describe(response) + " to the request for a session token", settings);
		}
		MetadataToken fresh = MetadataToken.read(AnswerStatus.requireSuccess(response), settings.endpoint(),
				this.context.clock().instant());
		this.token = fresh;
		return new Session(settings, fresh, "");
	}

	/**
	 * An answer with a token passes fewer routers than others, and so may be the only one
	 * that is lost.
	 */
	private Session unanswered(CredentialsExchangeException failure, MetadataSettings settings) {
		if (!failure.isConnected()) {
			throw failure;
		}
		return withoutToken(failure.getMessage() + " to the request for a session token; in a container, "
				+ "raise the instance's hop limit for metadata to 2", settings);
	}

	private Session withoutToken(String why, MetadataSettings settings) {
		if (settings.v1Disabled()) {
			throw new CredentialsExchangeException(why + " (version 1, without one, is disabled)", null);
		}
		return new Session(settings, null, why);
	}

	private Mono<CredentialsResponse> exchange(CredentialsRequest request, MetadataSettings settings) {
		return new RetriedExchange(this.context.exchange(), settings.attempts(), settings.silentAttempts())
			.exchange(request);
	}

	private static CredentialsRequest request(String method, MetadataSettings settings, String path) {
		return CredentialsRequest.of(method, URI.create(settings.endpoint() + path), settings.timeout());
	}

	/**
	 * Requests that belong together.
	 */
	final class Session {

		private final MetadataSettings settings;

		private final String whyNoToken;

		private volatile @Nullable MetadataToken token;

		private Session(MetadataSettings settings, @Nullable MetadataToken token, String whyNoToken) {
			this.settings = settings;
			this.token = token;
			this.whyNoToken = whyNoToken;
		}

		/**
		 * Returns any answer but that a token is needed; if the token is not taken, the
		 * answer to a second request with a new one.
		 */
		Mono<CredentialsResponse> get(String path) {
			return send(path)
				.flatMap((response) -> (response.status() != UNAUTHORIZED) ? Mono.just(response) : renew(path));
		}

		private Mono<CredentialsResponse> renew(String path) {
			if (this.token == null) {
				return Mono.error(new CredentialsExchangeException(this.whyNoToken, null));
			}
			return openAnew(this.settings).flatMap((renewed) -> {
				this.token = renewed.token;
				return send(path);
			});
		}

		private Mono<CredentialsResponse> send(String path) {
			CredentialsRequest request = request("GET", this.settings, path);
			MetadataToken current = this.token;
			return exchange((current != null) ? current.authorize(request) : request, this.settings);
		}

	}

}
