package io.sprockets.dynamodb;

import java.net.URI;
import java.util.Map;

import io.sprockets.dynamodb.model.ScalarAttributeType;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

import static io.sprockets.dynamodb.test.OrdersTable.run;
import static io.sprockets.dynamodb.test.OrdersTable.value;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job against Amazon's own image; skipped where there is no Docker.
 */
@Testcontainers(disabledWithoutDocker = true)
class TestcontainersIntegrationTests {

	@Container
	private static final GenericContainer<?> dynamoDb = new GenericContainer<>("amazon/dynamodb-local:3.3.0")
		.withExposedPorts(8000);

	@Test
	void anItemComesBack() {
		try (DynamoDbClient client = DynamoDbClient.builder()
			.endpoint(URI.create("http://" + dynamoDb.getHost() + ":" + dynamoDb.getMappedPort(8000)))
			.environment(AwsEnvironment.of(Map.of(), Map.of()))
			.build()) {
			run(client.createTable("Things").partitionKey("pk", ScalarAttributeType.S).execute());
			run(client.putItem("Things").item(Map.of("pk", "a", "n", 1)).execute());
			assertThat(value(client.getItem("Things").key("pk", "a").one())).containsEntry("n", 1);
		}
	}

}
