package io.sprockets.dynamodb.credentials.exchange;

import reactor.core.publisher.Mono;

/**
 * Makes one HTTP exchange without blocking a thread: no retries, no redirects, no proxy,
 * a bounded body.
 */
@FunctionalInterface
public interface CredentialsExchange {

	/**
	 * Sends a request at subscription.
	 * @return any answer, whatever its status, within the request's timeout, or
	 * {@link CredentialsExchangeException}
	 */
	Mono<CredentialsResponse> exchange(CredentialsRequest request);

}
