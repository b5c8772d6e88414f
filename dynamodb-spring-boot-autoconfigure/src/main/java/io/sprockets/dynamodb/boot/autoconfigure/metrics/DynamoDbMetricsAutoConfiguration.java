package io.sprockets.dynamodb.boot.autoconfigure.metrics;

import java.util.Map;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.boot.autoconfigure.DynamoDbClientAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the meters of all {@link DynamoDbClient} beans.
 */
@AutoConfiguration(after = DynamoDbClientAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean(DynamoDbClient.class)
public final class DynamoDbMetricsAutoConfiguration {

	@Bean
	DynamoDbMetrics reactiveDynamoDbMetrics(Map<String, DynamoDbClient> clients) {
		return new DynamoDbMetrics(clients);
	}

}
