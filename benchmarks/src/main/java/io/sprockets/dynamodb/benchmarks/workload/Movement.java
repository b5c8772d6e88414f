package io.sprockets.dynamodb.benchmarks.workload;

import java.math.BigDecimal;
import java.util.Set;

/**
 * The item of Query, as an application would have it.
 */
public record Movement(String account, String movementId, String bookedAt, BigDecimal amount, String currency,
		String counterparty, String text, int sequence, boolean cleared, Set<String> labels) {

}
