package io.sprockets.dynamodb.sample;

import reactor.core.publisher.Mono;

/**
 * There is no such order.
 */
class OrderNotFoundException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	OrderNotFoundException(String customerId, String orderId) {
		super("Customer " + customerId + " has no order " + orderId);
	}

	static <T> Mono<T> of(String customerId, String orderId) {
		return Mono.error(() -> new OrderNotFoundException(customerId, orderId));
	}

}
