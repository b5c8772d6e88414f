package io.sprockets.dynamodb.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.sprockets.dynamodb.DynamoDbClientBuilder;
import io.sprockets.dynamodb.retry.RetrySettings;
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
				Map.entry("dynamodb.endpoint", "http://localhost:1"), Map.entry("dynamodb.profile", "work"),
				Map.entry("dynamodb.max-clients", "7"), Map.entry("dynamodb.pending-acquire-max-count", "8"),
				Map.entry("dynamodb.acquire-timeout", "2s"), Map.entry("dynamodb.connect-timeout", "3s"),
				Map.entry("dynamodb.attempt-timeout", "4s"), Map.entry("dynamodb.call-timeout", "5s"),
				Map.entry("dynamodb.max-response-size", "6MB"), Map.entry("dynamodb.retry.max-attempts", "6")));
		verify(this.builder).region("eu-west-1");
		verify(this.builder).endpoint(URI.create("http://localhost:1"));
		verify(this.builder).profile("work");
		verify(this.builder).maxClients(7);
		verify(this.builder).pendingAcquireMaxCount(8);
		verify(this.builder).acquireTimeout(Duration.ofSeconds(2));
		verify(this.builder).connectTimeout(Duration.ofSeconds(3));
		verify(this.builder).attemptTimeout(Duration.ofSeconds(4));
		verify(this.builder).callTimeout(Duration.ofSeconds(5));
		verify(this.builder).maxResponseSize(6L << 20);
		verify(this.builder).retry(RetrySettings.defaults().withMaxAttempts(6));
	}

	@Test
	void whatIsNotSetStaysTheClientsToFind() {
		apply(Map.of());
		verify(this.builder, never()).region(any());
		verify(this.builder, never()).endpoint(any());
		verify(this.builder, never()).profile(any());
		verify(this.builder, never()).pendingAcquireMaxCount(anyInt());
		verify(this.builder).retry(RetrySettings.defaults());
	}

	@Test
	void blankTextIsNotSet() {
		apply(Map.of("dynamodb.region", " ", "dynamodb.profile", "", "dynamodb.endpoint", ""));
		verify(this.builder, never()).region(any());
		verify(this.builder, never()).endpoint(any());
		verify(this.builder, never()).profile(any());
	}

	@Test
	void retryModesAreTheClientsOwn() {
		apply(Map.of("dynamodb.retry.mode", "legacy"));
		verify(this.builder).retry(RetrySettings.legacy());
	}

	@Test
	void withoutRetriesThereIsOneAttempt() {
		apply(Map.of("dynamodb.retry.mode", "none", "dynamodb.retry.max-attempts", "9"));
		verify(this.builder).retry(RetrySettings.none());
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
	}

	private void apply(Map<String, String> values) {
		DynamoDbProperties properties = new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("dynamodb",
				DynamoDbProperties.class);
		new DynamoDbPropertiesMapper(properties, new PropertiesDynamoDbConnectionDetails(properties))
			.apply(this.builder);
	}

}
