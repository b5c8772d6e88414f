package io.sprockets.dynamodb.credentials;

import reactor.core.publisher.Mono;

/**
 * An asynchronous source of credentials. Asked at every attempt, so an implementation
 * that has to look somewhere caches what it found; it never blocks the subscriber.
 */
@FunctionalInterface
public interface AwsCredentialsProvider {

	/**
	 * Returns the credentials to sign with now.
	 * @return the credentials, empty where this source has none, or the error that says
	 * why they cannot be had
	 */
	Mono<AwsCredentials> resolve();

	/**
	 * Says that the service does not take credentials this provider gave, as they have
	 * expired or were withdrawn. A provider that keeps what it found lets go of it, so
	 * that the next {@link #resolve()} looks again; one whose credentials have changed
	 * since, or that keeps none, does nothing. Does not block.
	 */
	default void invalidate(AwsCredentials rejected) {
	}

	/**
	 * Creates a provider of the given credentials.
	 */
	static AwsCredentialsProvider of(AwsCredentials credentials) {
		Mono<AwsCredentials> resolved = Mono.just(credentials);
		return () -> resolved;
	}

	/**
	 * Returns a provider that uses the given credentials where this one turns out to have
	 * none (empty, or NoCredentialsException), for an endpoint that does not check them.
	 * Decided once, at the first answer; any other error is signalled, not replaced.
	 */
	default AwsCredentialsProvider withFallback(AwsCredentials fallback) {
		return new FallbackCredentialsProvider(this, fallback);
	}

}
