package io.sprockets.dynamodb.retry;

import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.profile.CachedLookup;
import io.sprockets.dynamodb.profile.ProfileFiles;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finds the client's retry rules at the first call, and makes its one strategy of them.
 */
public final class RetryLookup {

	private final CachedLookup<RetryStrategy> strategy;

	private volatile @Nullable RetryStrategy found;

	private RetryLookup(Mono<RetrySettings> settings) {
		this.strategy = new CachedLookup<>(settings.map(RetryStrategy::new).doOnNext((made) -> this.found = made));
	}

	/**
	 * Creates a lookup of given settings.
	 */
	public static RetryLookup of(RetrySettings settings) {
		return new RetryLookup(Mono.just(settings));
	}

	/**
	 * Creates a lookup of what is configured: here, else in {@code aws.retryMode} and
	 * {@code aws.maxAttempts}, {@code AWS_RETRY_MODE} and {@code AWS_MAX_ATTEMPTS},
	 * {@code retry_mode} and {@code max_attempts} of the profile; else DynamoDB's rules
	 * of 2026.
	 * @param mode {@code dynamodb.retry.mode}, {@code null} if not set
	 * @param maxAttempts {@code dynamodb.retry.max-attempts}, {@code null} if not set
	 * @param retryOnceSent {@code dynamodb.retry.once-sent}
	 */
	public static RetryLookup of(@Nullable RetryMode mode, @Nullable Integer maxAttempts, boolean retryOnceSent,
			AwsEnvironment environment, ProfileFiles profileFiles) {
		RetryConfiguration configuration = new RetryConfiguration(mode, maxAttempts, retryOnceSent, environment,
				profileFiles);
		return new RetryLookup(Mono.defer(configuration::look));
	}

	/**
	 * Returns the client's strategy.
	 * @return the strategy, or DynamoDbConfigurationException if a mode or number that is
	 * found is none
	 */
	public Mono<RetryStrategy> strategy() {
		return this.strategy.get();
	}

	/**
	 * Returns the strategy if it was found already, {@code null} otherwise.
	 */
	public @Nullable RetryStrategy known() {
		return this.found;
	}

}
