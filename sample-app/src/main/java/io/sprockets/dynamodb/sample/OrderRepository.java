package io.sprockets.dynamodb.sample;

import java.time.LocalDate;
import java.util.Map;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.Page;
import io.sprockets.dynamodb.QuerySpec;
import io.sprockets.dynamodb.error.ConditionalCheckFailedException;
import io.sprockets.dynamodb.model.ReturnValue;
import io.sprockets.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Repository;

/**
 * Orders in their table.
 */
@Repository
class OrderRepository {

	private final DynamoDbClient dynamoDb;

	OrderRepository(DynamoDbClient dynamoDb) {
		this.dynamoDb = dynamoDb;
	}

	/**
	 * Stores a new order; ConditionalCheckFailedException if there is one with its id.
	 */
	Mono<Order> insert(Order order) {
		return this.dynamoDb.putItem(OrderTable.NAME)
			.item(order)
			.condition("attribute_not_exists(orderId)")
			.execute()
			.thenReturn(order);
	}

	/**
	 * Finds an order; empty if there is none.
	 */
	Mono<Order> find(String customerId, String orderId) {
		return this.dynamoDb.getItem(OrderTable.NAME)
			.key("customerId", customerId)
			.key("orderId", orderId)
			.consistentRead()
			.as(Order.class)
			.one();
	}

	/**
	 * Finds a page of a customer's orders of some days, newest first.
	 * @param after the id of the last order of the page before
	 */
	Mono<OrderPage> findByCustomer(String customerId, LocalDate from, LocalDate to, int limit, @Nullable String after) {
		QuerySpec<Order> query = this.dynamoDb.query(OrderTable.NAME)
			.keyCondition("customerId = :customer and orderId between :from and :to")
			.value(":customer", customerId)
			.value(":from", OrderId.firstOf(from))
			.value(":to", OrderId.lastOf(to))
			.descending()
			.limit(limit)
			.as(Order.class);
		if (after != null) {
			query = query.startKey(Map.of("customerId", customerId, "orderId", after));
		}
		return query.result().map((page) -> new OrderPage(page.items(), next(page)));
	}

	/**
	 * Finds a page of all customers' orders of a status, newest first.
	 * @param after customer and order of the last order of the page before, as
	 * {@link OrderPage#next()} gave them
	 */
	Mono<OrderPage> findByStatus(OrderStatus status, int limit, @Nullable String after) {
		QuerySpec<Order> query = this.dynamoDb.query(OrderTable.NAME)
			.index(OrderTable.BY_STATUS)
			.keyCondition("#status = :status")
			.name("#status", "status")
			.value(":status", status)
			.descending()
			.limit(limit)
			.as(Order.class);
		if (after != null) {
			int end = after.lastIndexOf('/');
			query = query.startKey(Map.of("status", status, "customerId", after.substring(0, Math.max(end, 0)),
					"orderId", after.substring(end + 1)));
		}
		return query.result().map((page) -> new OrderPage(page.items(), nextWithCustomer(page)));
	}

	/**
	 * Changes an order's status if it is the expected one; empty if there is no such
	 * order, ConditionalCheckFailedException if it stands elsewhere.
	 */
	Mono<Order> changeStatus(String customerId, String orderId, OrderStatus from, OrderStatus to) {
		return this.dynamoDb.updateItem(OrderTable.NAME)
			.key("customerId", customerId)
			.key("orderId", orderId)
			.set("status", to)
			.condition("#current = :from")
			.name("#current", "status")
			.value(":from", from)
			.returning(ReturnValue.ALL_NEW)
			.returningOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
			.as(Order.class)
			.one()
			.onErrorResume(ConditionalCheckFailedException.class,
					(failed) -> failed.item().isEmpty() ? Mono.empty() : Mono.error(failed));
	}

	private static @Nullable String next(Page<Order> page) {
		return page.hasNext() ? last(page).orderId() : null;
	}

	private static @Nullable String nextWithCustomer(Page<Order> page) {
		return page.hasNext() ? last(page).customerId() + "/" + last(page).orderId() : null;
	}

	private static Order last(Page<Order> page) {
		return page.items().get(page.items().size() - 1);
	}

}
