package io.sprockets.dynamodb.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.sprockets.dynamodb.DynamoDbClientBuilder;
import io.sprockets.dynamodb.hedging.HedgeSettings;
import io.sprockets.dynamodb.retry.RetryMode;
import io.sprockets.dynamodb.transport.TransportSettings;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

class DynamoDbPropertiesMapperTests {

	private final DynamoDbClientBuilder builder = mock(DynamoDbClientBuilder.class);

	@Test
	void everyPropertyReachesTheBuilder() {
		apply(Map.ofEntries(Map.entry("dynamodb.region", "eu-west-1"),
				Map.entry("dynamodb.endpoint", "http://localhost:1"), Map.entry("dynamodb.allow-insecure-http", "true"),
				Map.entry("dynamodb.profile", "work"), Map.entry("dynamodb.max-clients", "7"),
				Map.entry("dynamodb.pending-acquire-max-count", "8"), Map.entry("dynamodb.acquire-timeout", "2s"),
				Map.entry("dynamodb.connect-timeout", "3s"), Map.entry("dynamodb.attempt-timeout", "4s"),
				Map.entry("dynamodb.call-timeout", "5s"), Map.entry("dynamodb.close-timeout", "6s"),
				Map.entry("dynamodb.max-response-size", "6MB"), Map.entry("dynamodb.retry.mode", "adaptive"),
				Map.entry("dynamodb.retry.max-attempts", "6"), Map.entry("dynamodb.retry.once-sent", "false"),
				Map.entry("dynamodb.hedging.enabled", "true"), Map.entry("dynamodb.hedging.delay", "20ms"),
				Map.entry("dynamodb.hedging.percentile", "0.9"), Map.entry("dynamodb.hedging.max-share", "0.1"),
				Map.entry("dynamodb.hedging.consistent-reads", "true")));
		verify(this.builder).region("eu-west-1");
		verify(this.builder).endpoint(URI.create("http://localhost:1"));
		verify(this.builder).allowInsecureHttp(true);
		verify(this.builder).profile("work");
		verify(this.builder).maxClients(7);
		verify(this.builder).pendingAcquireMaxCount(8);
		verify(this.builder).acquireTimeout(Duration.ofSeconds(2));
		verify(this.builder).connectTimeout(Duration.ofSeconds(3));
		verify(this.builder).attemptTimeout(Duration.ofSeconds(4));
		verify(this.builder).callTimeout(Duration.ofSeconds(5));
		verify(this.builder).closeTimeout(Duration.ofSeconds(6));
		verify(this.builder).retryMode(RetryMode.ADAPTIVE);
		verify(this.builder).maxAttempts(6);
		verify(this.builder).retryOnceSent(false);
		verify(this.builder).hedging(new HedgeSettings(Duration.ofMillis(20), 0.9, 0.1, true));
		verify(this.builder).maxResponseSize(6L << 20);
	}

	@Test
	void whatIsNotSetStaysTheClientsToFind() {
		apply(Map.of());
		verify(this.builder, never()).region(any());
		verify(this.builder, never()).endpoint(any());
		verify(this.builder).allowInsecureHttp(false);
		verify(this.builder, never()).profile(any());
		verify(this.builder, never()).pendingAcquireMaxCount(anyInt());
		verify(this.builder, never()).retryMode(any());
		verify(this.builder, never()).maxAttempts(any());
		verify(this.builder, never()).hedging(any());
	}

	@Test
	void blankTextIsNotSet() {
		apply(Map.of("dynamodb.region", " ", "dynamodb.profile", "", "dynamodb.endpoint", ""));
		verify(this.builder, never()).region(any());
		verify(this.builder, never()).endpoint(any());
		verify(this.builder, never()).profile(any());
	}

	@Test
	void defaultsAreThoseOfTheClient() {
		DynamoDbProperties properties = new DynamoDbProperties();
		assertThat(properties.getMaxClients()).isEqualTo(TransportSettings.DEFAULT_MAX_CLIENTS);
		assertThat(properties.getAcquireTimeout()).isEqualTo(TransportSettings.DEFAULT_ACQUIRE_TIMEOUT);
		assertThat(properties.getConnectTimeout()).isEqualTo(TransportSettings.DEFAULT_CONNECT_TIMEOUT);
		assertThat(properties.getAttemptTimeout()).isEqualTo(TransportSettings.DEFAULT_ATTEMPT_TIMEOUT);
		assertThat(properties.getMaxResponseSize().toBytes()).isEqualTo(TransportSettings.DEFAULT_MAX_RESPONSE_SIZE);
		assertThat(properties.getCallTimeout()).isEqualTo(DynamoDbClientBuilder.DEFAULT_CALL_TIMEOUT);
		assertThat(properties.getCloseTimeout()).isEqualTo(DynamoDbClientBuilder.DEFAULT_CLOSE_TIMEOUT);
		assertThat(properties.getHedging().getPercentile()).isEqualTo(HedgeSettings.DEFAULT_PERCENTILE);
		assertThat(properties.getHedging().getMaxShare()).isEqualTo(HedgeSettings.DEFAULT_MAX_SHARE);
	}

	private void apply(Map<String, String> values) {
		DynamoDbProperties properties = new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("dynamodb",
				DynamoDbProperties.class);
		new DynamoDbPropertiesMapper(properties, new PropertiesDynamoDbConnectionDetails(properties))
			.apply(this.builder);
	}

}
