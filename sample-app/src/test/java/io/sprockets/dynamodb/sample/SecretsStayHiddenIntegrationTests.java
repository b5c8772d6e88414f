package io.sprockets.dynamodb.sample;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.sprockets.test.secrets.SecretWatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.actuate.web.exchanges.HttpExchangeRepository;
import org.springframework.boot.actuate.web.exchanges.InMemoryHttpExchangeRepository;
import org.springframework.boot.micrometer.metrics.test.autoconfigure.AutoConfigureMetrics;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every endpoint of Actuator there is, told to show all it has; and the logs, as in all
 * tests.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.endpoints.web.exposure.include=*", "management.endpoint.env.show-values=always",
				"management.endpoint.configprops.show-values=always",
				"management.endpoint.health.show-details=always" })
@AutoConfigureMetrics(export = true)
class SecretsStayHiddenIntegrationTests {

	private static final String ACCESS_KEY = SecretWatch.keep("access-key-of-the-sample");

	private static final String SECRET_KEY = SecretWatch.keep("secret-key-of-the-sample");

	private static final String SESSION_TOKEN = SecretWatch.keep("session-token-of-the-sample");

	/** Not looked for in the logs, where WebFlux says what it decodes. */
	private static final String ARTICLE = "article-of-an-item";

	/** Memory has everything in it, and the log of this test is nowhere. */
	private static final Set<String> NOT_READ = Set.of("heapdump", "logfile", "self");

	private WebTestClient http;

	@DynamicPropertySource
	static void keys(DynamicPropertyRegistry properties) {
		properties.add("dynamodb.access-key", () -> ACCESS_KEY);
		properties.add("dynamodb.secret-key", () -> SECRET_KEY);
		properties.add("dynamodb.session-token", () -> SESSION_TOKEN);
	}

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.http = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + port)
			.responseTimeout(Duration.ofSeconds(20))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(-1))
			.build();
	}

	@Test
	void noEndpointOfActuatorShowsAKeyOrAnItem() {
		order();
		JsonNode links = this.http.get()
			.uri("/actuator")
			.exchange()
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody()
			.get("_links");
		assertThat(links.propertyNames()).contains("env", "configprops", "metrics", "prometheus", "httpexchanges",
				"threaddump", "beans", "conditions", "loggers", "mappings", "health");
		for (String name : links.propertyNames()) {
			JsonNode link = links.get(name);
			if (!NOT_READ.contains(name) && !link.get("templated").booleanValue()) {
				read(link.get("href").asString());
			}
		}
		for (JsonNode meter : json("/actuator/metrics").get("names")) {
			read("/actuator/metrics/" + meter.asString());
		}
		read("/actuator/env/dynamodb.secret-key");
	}

	private void order() {
		Map<String, Object> line = Map.of("article", ARTICLE, "quantity", 2, "price", 4.2);
		for (int expected : new int[] { 201, 409 }) {
			this.http.post()
				.uri("/customers/c1/orders")
				.bodyValue(Map.of("orderId", "o1", "lines", List.of(line)))
				.exchange()
				.expectStatus()
				.isEqualTo(expected);
		}
	}

	private JsonNode json(String uri) {
		return this.http.get().uri(uri).exchange().expectBody(JsonNode.class).returnResult().getResponseBody();
	}

	private void read(String uri) {
		String body = this.http.get()
			.uri(uri)
			.exchange()
			.expectStatus()
			.is2xxSuccessful()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(body).as(uri).isNotEmpty().doesNotContain(ACCESS_KEY, SECRET_KEY, SESSION_TOKEN, ARTICLE);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Exchanges {

		@Bean
		HttpExchangeRepository httpExchangeRepository() {
			return new InMemoryHttpExchangeRepository();
		}

	}

}
