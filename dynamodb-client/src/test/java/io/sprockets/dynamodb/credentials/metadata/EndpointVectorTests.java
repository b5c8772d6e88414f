package io.sprockets.dynamodb.credentials.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;

import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.exchange.ScriptedExchange;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.profile.RecordingEnvironment;
import io.sprockets.dynamodb.profile.VectorFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Where AWS's own test data says that the services of a container and of an instance are.
 */
class EndpointVectorTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	@TempDir
	private Path folder;

	@TestFactory
	Stream<DynamicTest> containerIsAskedWhereAwsToolsAsk() {
		return VectorFile.read("profile-cases.json")
			.get("ecsUri")
			.valueStream()
			.map((vector) -> dynamicTest(vector.get("docs").asString(), () -> checkContainer(vector)));
	}

	@TestFactory
	Stream<DynamicTest> instanceIsAskedWhereAwsToolsAsk() {
		return VectorFile.read("profile-cases.json")
			.get("imdsEndpoint")
			.valueStream()
			.map((vector) -> dynamicTest(vector.get("docs").asString(), () -> checkInstance(vector)));
	}

	private void checkContainer(JsonNode vector) {
		RecordingEnvironment environment = environment(vector);
		ScriptedExchange exchange = new ScriptedExchange();
		CredentialsSource source = new ContainerSource(context(environment, exchange));
		JsonNode expected = vector.get("result").get("Ok");
		if (expected == null && environment.variable(ContainerEndpoint.FULL) == null) {
			StepVerifier.create(source.look())
				.assertNext((finding) -> assertThat(finding).isInstanceOf(Nothing.class))
				.expectComplete()
				.verify(SOON);
			return;
		}
		check(source, exchange, (expected != null) ? "GET " + expected.asString() : null);
	}

	private void checkInstance(JsonNode vector) throws IOException {
		RecordingEnvironment environment = environment(vector).withVariable("HOME", this.folder.resolve("nowhere"));
		JsonNode config = vector.get("fs").get("config");
		if (config != null) {
			environment.withVariable("AWS_CONFIG_FILE",
					Files.writeString(this.folder.resolve("config"), config.asString()));
		}
		// What is set in code there is set by system properties here
		if (vector.has("endpoint_override")) {
			environment.withProperty("aws.ec2MetadataServiceEndpoint", vector.get("endpoint_override").asString());
		}
		if (vector.has("mode_override")) {
			environment.withProperty("aws.ec2MetadataServiceEndpointMode", vector.get("mode_override").asString());
		}
		ScriptedExchange exchange = new ScriptedExchange();
		JsonNode expected = vector.get("result").get("Ok");
		check(new InstanceMetadataSource(context(environment, exchange), new ProfileFiles(environment, null)), exchange,
				(expected != null) ? "PUT " + expected.asString() : null);
	}

	private static void check(CredentialsSource source, ScriptedExchange exchange, @Nullable String expected) {
		Throwable failure = source.look()
			.then(reactor.core.publisher.Mono.<Throwable>empty())
			.onErrorResume(reactor.core.publisher.Mono::just)
			.block(SOON);
		if (expected != null) {
			assertThat(exchange.lines()).isNotEmpty().containsOnly(expected);
			return;
		}
		assertThat(failure).isInstanceOf(DynamoDbConfigurationException.class);
		assertThat(exchange.lines()).isEmpty();
	}

	private static RecordingEnvironment environment(JsonNode vector) {
		RecordingEnvironment environment = new RecordingEnvironment();
		vector.get("env").forEachEntry((name, value) -> environment.withVariable(name, value.asString()));
		return environment;
	}

	private static SourceContext context(RecordingEnvironment environment, ScriptedExchange exchange) {
		return new SourceContext(environment, exchange, Clock.systemUTC());
	}

}
