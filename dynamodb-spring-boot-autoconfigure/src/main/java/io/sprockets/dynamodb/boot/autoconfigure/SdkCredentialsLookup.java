package io.sprockets.dynamodb.boot.autoconfigure;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.refresh.CredentialsLookup;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.error.NoCredentialsException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * Asks a provider of the AWS SDK, off the caller's thread, as many of them block. It has
 * a cache of its own and does not always tell when credentials end, so it is asked every
 * few seconds whether it has others now.
 */
final class SdkCredentialsLookup implements CredentialsLookup {

	/**
	 * How the SDK's chain begins to say that nothing is configured anywhere.
	 */
	private static final String NOTHING_FOUND = "unable to load credentials";

	private static final int MAX_MESSAGE = 500;

	private final IdentityProvider<? extends AwsCredentialsIdentity> provider;

	private volatile @Nullable AwsCredentials last;

	SdkCredentialsLookup(IdentityProvider<? extends AwsCredentialsIdentity> provider) {
		this.provider = provider;
	}

	@Override
	public Mono<Found> look(boolean renewal) {
		return ask().onErrorMap(this::describe)
			.doOnNext((credentials) -> this.last = credentials)
			.map((credentials) -> new Found(credentials, credentials.expiration() == null));
	}

	@Override
	public Mono<Boolean> hasChanged() {
		return ask().map((credentials) -> !credentials.equals(this.last));
	}

	private Mono<AwsCredentials> ask() {
		return Mono.fromFuture(this::resolve)
			.subscribeOn(Schedulers.boundedElastic())
			.map(SdkCredentialsLookup::convert);
	}

	private CompletableFuture<? extends AwsCredentialsIdentity> resolve() {
		return this.provider.resolveIdentity();
	}

	private static AwsCredentials convert(AwsCredentialsIdentity identity) {
		String token = (identity instanceof AwsSessionCredentialsIdentity session) ? session.sessionToken() : null;
		return new AwsCredentials(identity.accessKeyId(), identity.secretAccessKey(), token,
				identity.expirationTime().orElse(null), identity.accountId().orElse(null));
	}

	private DynamoDbConfigurationException describe(Throwable failure) {
		String reason = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
		String message = "The AWS SDK's credentials provider " + this.provider.getClass().getName()
				+ " gave no credentials: "
				+ ((reason.length() > MAX_MESSAGE) ? reason.substring(0, MAX_MESSAGE) + "…" : reason);
		return reason.toLowerCase(Locale.ROOT).startsWith(NOTHING_FOUND) ? new NoCredentialsException(message)
				: new CredentialsRetrievalException(message, failure);
	}

}
