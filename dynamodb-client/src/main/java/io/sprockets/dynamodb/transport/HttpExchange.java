package io.sprockets.dynamodb.transport;

import reactor.core.publisher.Mono;

/**
 * Sends an attempt and reads the answer to its end.
 */
@FunctionalInterface
interface HttpExchange {

	/**
	 * Returns the exchange, made at each subscription.
	 * @return any answer, whatever its status, valid while it is received, or a
	 * {@link io.sprockets.dynamodb.error.DynamoDbTransportException}
	 */
	Mono<HttpAnswer> exchange(HttpAttempt attempt);

}
