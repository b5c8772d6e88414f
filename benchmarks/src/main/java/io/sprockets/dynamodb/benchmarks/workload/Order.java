package io.sprockets.dynamodb.benchmarks.workload;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * The item of GetItem and PutItem, as an application would have it.
 */
public record Order(String customerId, String orderId, String status, String placedAt, BigDecimal total,
		String currency, int revision, double weight, boolean paid, boolean gift, Set<String> tags, Address address,
		List<Line> lines, String note, long expiresAt) {

	/**
	 * Where it goes.
	 */
	public record Address(String name, String street, String city, String country) {

	}

	/**
	 * What was bought.
	 */
	public record Line(String article, int quantity, BigDecimal price) {

	}

}
