package io.sprockets.dynamodb.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order as it is stored and shown.
 *
 * @param customerId partition key
 * @param orderId sort key; begins with the time it was placed, so that orders are sorted
 * by it
 * @param status where it stands; partition key of the index {@code byStatus}
 * @param lines what is ordered
 * @param total sum of all lines
 * @param placedAt when it was placed
 */
public record Order(String customerId, String orderId, OrderStatus status, List<OrderLine> lines, BigDecimal total,
		Instant placedAt) {

}
