package io.sprockets.dynamodb.credentials;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.AwsFolder;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.profile.RecordingEnvironment;
import io.sprockets.dynamodb.profile.VectorFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * The 8 of AWS's 50 whole scenarios that need no source but properties, variables and
 * static keys in files. The other 42 need HTTP, a process or a token's cache, which no
 * source here asks for yet.
 */
class CredentialsChainVectorTests {

	private static final Set<String> STATIC_KEYS_ONLY = Set.of(
			"default-credential-provider-chain/environment_variables",
			"default-credential-provider-chain/environment_variables_blank",
			"default-credential-provider-chain/prefer_environment", "default-credential-provider-chain/profile_name",
			"default-credential-provider-chain/profile_static_keys",
			"default-credential-provider-chain/profile_static_keys_case_insensitive", "profile-provider/empty_config",
			"profile-provider/invalid_config");

	@TempDir
	private Path folder;

	@TestFactory
	Stream<DynamicTest> scenariosEndAsInAwsOwnTools() {
		JsonNode scenarios = VectorFile.read("credentials-chain-cases.json").get("scenarios");
		return scenarios.valueStream()
			.filter((scenario) -> STATIC_KEYS_ONLY.contains(scenario.get("id").asString()))
			.map((scenario) -> dynamicTest(scenario.get("id").asString(), () -> check(scenario)));
	}

	private void check(JsonNode scenario) {
		AwsFolder files = new AwsFolder(this.folder.resolve(scenario.get("id").asString()));
		scenario.get("files").forEachEntry((path, content) -> write(files, path, content.asString()));
		RecordingEnvironment environment = new RecordingEnvironment();
		scenario.get("env").forEachEntry((name, value) -> environment.withVariable(name, value.asString()));
		environment.withVariable("HOME", files.home());
		AwsCredentialsProvider chain = new DefaultCredentialsChain(environment, new ProfileFiles(environment, null));
		JsonNode expected = scenario.get("expect").get("Ok");
		if (expected == null) {
			assertThatExceptionOfType(DynamoDbConfigurationException.class)
				.isThrownBy(() -> chain.resolve().block(Duration.ofSeconds(5)))
				.withMessageContaining(files.home().toString());
			return;
		}
		assertThat(chain.resolve().block(Duration.ofSeconds(5))).isEqualTo(new AwsCredentials(
				expected.get("access_key_id").asString(), expected.get("secret_access_key").asString(), null, null,
				expected.hasNonNull("account_id") ? expected.get("account_id").asString() : null));
	}

	private static void write(AwsFolder files, String path, String content) {
		if (path.endsWith("config")) {
			files.config(content);
		}
		else {
			files.credentials(content);
		}
	}

}
