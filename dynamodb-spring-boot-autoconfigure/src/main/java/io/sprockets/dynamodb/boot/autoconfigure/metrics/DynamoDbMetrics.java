package io.sprockets.dynamodb.boot.autoconfigure.metrics;

import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.execution.ClientStatistics.HedgeCounts;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

/**
 * Meters of clients: the quota of retries, the clock, hedged reads.
 */
class DynamoDbMetrics implements MeterBinder {

	private final Map<String, DynamoDbClient> clients;

	/**
	 * Creates meters.
	 * @param clients the clients by the names of their beans
	 */
	DynamoDbMetrics(Map<String, DynamoDbClient> clients) {
		this.clients = clients;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.clients.forEach((name, client) -> bind(registry, name, client));
	}

	private static void bind(MeterRegistry registry, String name, DynamoDbClient client) {
		Gauge.builder("dynamodb.client.retry.quota", client, DynamoDbMetrics::retryQuota)
			.description("Tokens for retries that are left")
			.tag("client", name)
			.register(registry);
		TimeGauge
			.builder("dynamodb.client.clock.offset", client, MILLISECONDS,
					(from) -> from.statistics().clockOffset().toMillis())
			.description("How far the service's clock is ahead of this machine's, as far as it is corrected")
			.tag("client", name)
			.register(registry);
		hedges(registry, name, client, "won", HedgeCounts::won);
		hedges(registry, name, client, "lost", (counts) -> counts.sent() - counts.won());
		hedges(registry, name, client, "refused", HedgeCounts::refused);
	}

	private static double retryQuota(DynamoDbClient client) {
		OptionalInt quota = client.statistics().retryQuota();
		return quota.isPresent() ? quota.getAsInt() : Double.NaN;
	}

	private static void hedges(MeterRegistry registry, String name, DynamoDbClient client, String result,
			ToDoubleFunction<HedgeCounts> count) {
		FunctionCounter
			.builder("dynamodb.client.hedges", client, (from) -> count.applyAsDouble(from.statistics().hedges()))
			.description("Second requests of slow reads: answered first, sent in vain, or not sent for their share")
			.tag("client", name)
			.tag("result", result)
			.register(registry);
	}

}
