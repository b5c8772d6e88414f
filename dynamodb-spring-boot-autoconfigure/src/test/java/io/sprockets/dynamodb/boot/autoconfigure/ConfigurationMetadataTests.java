package io.sprockets.dynamodb.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an IDE is told of the properties.
 */
class ConfigurationMetadataTests {

	private final JsonNode metadata = read();

	@Test
	void everyPropertyIsDescribed() {
		Map<String, String> descriptions = new TreeMap<>();
		this.metadata.get("properties")
			.forEach((property) -> descriptions.put(property.get("name").asString(),
					property.path("description").asString("")));
		assertThat(descriptions).containsOnlyKeys("dynamodb.access-key", "dynamodb.acquire-timeout",
				"dynamodb.allow-insecure-http", "dynamodb.attempt-timeout", "dynamodb.call-timeout",
				"dynamodb.close-timeout", "dynamodb.connect-timeout", "dynamodb.embedded.enabled",
				"dynamodb.embedded.port", "dynamodb.enabled", "dynamodb.endpoint", "dynamodb.hedging.consistent-reads",
				"dynamodb.hedging.delay", "dynamodb.hedging.enabled", "dynamodb.hedging.max-share",
				"dynamodb.hedging.percentile", "dynamodb.max-clients", "dynamodb.max-response-size",
				"dynamodb.pending-acquire-max-count", "dynamodb.profile", "dynamodb.region",
				"dynamodb.retry.max-attempts", "dynamodb.retry.mode", "dynamodb.retry.once-sent", "dynamodb.secret-key",
				"dynamodb.session-token");
		assertThat(descriptions.values()).allMatch((description) -> description.endsWith("."));
	}

	@Test
	void regionsAreSuggested() {
		List<String> hinted = this.metadata.get("hints")
			.valueStream()
			.map((hint) -> hint.get("name").asString())
			.toList();
		assertThat(hinted).contains("dynamodb.region");
	}

	private static JsonNode read() {
		try (InputStream stream = new ClassPathResource("META-INF/spring-configuration-metadata.json")
			.getInputStream()) {
			return JsonMapper.shared().readTree(stream);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
