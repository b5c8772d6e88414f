package io.sprockets.dynamodb.sample;

/**
 * Where an order stands.
 */
public enum OrderStatus {

	PLACED, PAID, SHIPPED, CANCELLED

}
