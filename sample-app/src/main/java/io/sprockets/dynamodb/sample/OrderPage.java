package io.sprockets.dynamodb.sample;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of orders.
 *
 * @param orders the orders
 * @param next what to give as {@code after} for the next page, {@code null} after the
 * last
 */
public record OrderPage(List<Order> orders, @Nullable String next) {

}
