package io.sprockets.dynamodb.boot.autoconfigure.embedded;

import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.sprockets.dynamodb.DynamoDbClient;
import io.sprockets.dynamodb.boot.autoconfigure.DynamoDbClientAutoConfiguration;
import io.sprockets.dynamodb.boot.autoconfigure.DynamoDbConnectionDetails;
import io.sprockets.dynamodb.model.ScalarAttributeType;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedDynamoDbIntegrationTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(EmbeddedDynamoDbAutoConfiguration.class, DynamoDbClientAutoConfiguration.class));

	@Test
	void clientCallsTheServerWhichEndsWithTheContext() {
		URI[] endpoint = new URI[1];
		this.contextRunner.withPropertyValues("dynamodb.embedded.enabled=true").run((context) -> {
			DynamoDbClient client = context.getBean(DynamoDbClient.class);
			StepVerifier
				.create(client.createTable("Things")
					.partitionKey("pk", ScalarAttributeType.S)
					.execute()
					.then(client.putItem("Things").item(Map.of("pk", "a", "n", 1)).execute())
					.then(client.getItem("Things").key("pk", "a").one()))
				.assertNext((item) -> assertThat(item).containsEntry("n", 1))
				.expectComplete()
				.verify(TIMEOUT);
			endpoint[0] = context.getBean(DynamoDbConnectionDetails.class).getEndpoint();
		});
		assertThat(endpoint[0].getHost()).isEqualTo("localhost");
		assertThatExceptionOfType(ConnectException.class)
			.isThrownBy(() -> new Socket("localhost", endpoint[0].getPort()).close());
	}

	@Test
	void isOffUnlessAskedFor() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(EmbeddedDynamoDb.class));
	}

	@Test
	void givesWayToAnEndpointThatIsSet() {
		this.contextRunner.withPropertyValues("dynamodb.embedded.enabled=true", "dynamodb.endpoint=http://localhost:1")
			.run((context) -> {
				assertThat(context).doesNotHaveBean(EmbeddedDynamoDb.class);
				assertThat(context.getBean(DynamoDbConnectionDetails.class).getEndpoint())
					.isEqualTo(URI.create("http://localhost:1"));
			});
	}

	@Test
	void givesWayToConnectionDetailsFromElsewhere() {
		this.contextRunner.withPropertyValues("dynamodb.embedded.enabled=true")
			.withBean(DynamoDbConnectionDetails.class, () -> new DynamoDbConnectionDetails() {

			})
			.run((context) -> assertThat(context).doesNotHaveBean(EmbeddedDynamoDb.class));
	}

	@Test
	void isOffWithTheClient() {
		this.contextRunner.withPropertyValues("dynamodb.embedded.enabled=true", "dynamodb.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(EmbeddedDynamoDb.class));
	}

	@Test
	void saysHowToAddTheServerWhereItIsMissing() {
		this.contextRunner.withPropertyValues("dynamodb.embedded.enabled=true")
			.withClassLoader(new FilteredClassLoader("software.amazon.dynamodb"))
			.run((context) -> {
				assertThat(context).hasFailed();
				assertThat(context.getStartupFailure()).hasRootCauseInstanceOf(ClassNotFoundException.class)
					.hasStackTraceContaining("DynamoDB Local is not on the classpath");
			});
	}

	@Test
	void aTakenPortIsNamed() throws Exception {
		try (ServerSocket taken = new ServerSocket(0)) {
			this.contextRunner
				.withPropertyValues("dynamodb.embedded.enabled=true", "dynamodb.embedded.port=" + taken.getLocalPort())
				.run((context) -> assertThat(context.getStartupFailure())
					.hasStackTraceContaining("does not start at port " + taken.getLocalPort()));
		}
	}

}
