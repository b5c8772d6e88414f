package io.sprockets.dynamodb.boot.autoconfigure.metrics;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.boot.autoconfigure.DynamoDbClientAutoConfiguration;
import io.sprockets.dynamodb.error.ConnectionFailedException;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class DynamoDbMetricsAutoConfigurationTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withPropertyValues("dynamodb.endpoint=http://localhost:1", "dynamodb.retry.max-attempts=2")
		.withConfiguration(AutoConfigurations.of(DynamoDbClientAutoConfiguration.class,
				DynamoDbMetricsAutoConfiguration.class, MetricsAutoConfiguration.class));

	@Test
	void quotaClockAndHedgesAreMeters() {
		this.contextRunner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			StepVerifier.create(context.getBean(DynamoDbClient.class).describeTable("Orders"))
				.expectError(ConnectionFailedException.class)
				.verify(SOON);
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(
					registry.get("dynamodb.client.retry.quota").tag("client", "reactiveDynamoDbClient").gauge().value())
				.isEqualTo(500 - 14);
			assertThat(registry.get("dynamodb.client.clock.offset").timeGauge().value()).isZero();
			assertThat(registry.get("dynamodb.client.hedges").tag("result", "refused").functionCounter().count())
				.isZero();
			assertThat(registry.get("dynamodb.client.hedges").functionCounters()).hasSize(3);
		});
	}

	@Test
	void thereAreNoneWithoutMicrometersMeters() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("reactiveDynamoDbMetrics"));
	}

	@Test
	void thereAreNoneWithoutTheClient() {
		this.contextRunner.withPropertyValues("dynamodb.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("reactiveDynamoDbMetrics"));
	}

}
