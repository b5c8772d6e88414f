package io.sprockets.dynamodb.credentials;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.credentials.exchange.ScriptedExchange;
import io.sprockets.dynamodb.credentials.metadata.ContainerSource;
import io.sprockets.dynamodb.credentials.metadata.InstanceMetadataSource;
import io.sprockets.dynamodb.credentials.sso.SsoSettings;
import io.sprockets.dynamodb.credentials.sso.SsoSource;
import io.sprockets.dynamodb.error.CredentialsRetrievalException;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.profile.RecordingEnvironment;
import io.sprockets.dynamodb.profile.VectorFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * The scenarios of AWS's own test data in which a container, an instance or a login gives
 * credentials, against these sources alone.
 */
class RemoteSourceVectorTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String CHAIN = "default-credential-provider-chain/";

	private static final Set<String> CONTAINER = Set.of(CHAIN + "ecs_credentials",
			CHAIN + "ecs_credentials_invalid_profile", CHAIN + "eks_pod_identity_credentials",
			CHAIN + "eks_pod_identity_no_token_file");

	/**
	 * With imds_token_fail, where one more request is made than in the recording: it ends
	 * there with status 403 to the request for a token, after which AWS's guide and most
	 * of its SDKs ask without one. The end is the same.
	 */
	private static final Set<String> INSTANCE = Set.of(CHAIN + "imds_config_with_no_creds",
			CHAIN + "imds_default_chain_error", CHAIN + "imds_default_chain_retries",
			CHAIN + "imds_default_chain_success", CHAIN + "imds_disabled", CHAIN + "imds_no_iam_role",
			CHAIN + "imds_token_fail");

	private static final Map<String, SsoSettings> LOGIN = Map.of(CHAIN + "e2e_fips_and_dual_stack_sso",
			ssoTest(true, true), CHAIN + "sso_no_token_file", ssoTest(false, false), CHAIN + "sso_server_error",
			ssoTest(false, false), "profile-provider/sso_credentials", session(null),
			"profile-provider/sso_override_global_env_url", session(URI.create("http://aws.global-env-override/")));

	@TempDir
	private Path folder;

	@TestFactory
	Stream<DynamicTest> scenariosEndAsInAwsOwnTools() {
		List<JsonNode> scenarios = VectorFile.read("credentials-chain-cases.json")
			.get("scenarios")
			.valueStream()
			.filter((scenario) -> CONTAINER.contains(id(scenario)) || INSTANCE.contains(id(scenario))
					|| LOGIN.containsKey(id(scenario)))
			.toList();
		assertThat(scenarios).hasSize(CONTAINER.size() + INSTANCE.size() + LOGIN.size());
		return scenarios.stream().map((scenario) -> dynamicTest(id(scenario), () -> check(scenario)));
	}

	private void check(JsonNode scenario) throws IOException {
		Path root = this.folder.resolve(id(scenario));
		ScriptedExchange exchange = new ScriptedExchange();
		scenario.get("http").forEach((step) -> script(exchange, step));
		CredentialsSource source = source(scenario, new SourceContext(environment(scenario, root), exchange,
				Clock.fixed(Instant.parse("2001-01-01T00:00:00Z"), ZoneOffset.UTC)));
		Object outcome = source.look().cast(Object.class).onErrorResume(Mono::just).block(SOON);
		JsonNode expected = scenario.get("expect").get("Ok");
		if (expected != null) {
			assertThat(outcome).isEqualTo(new Found(credentials(expected)));
			assertThat(exchange.requests()).hasSameSizeAs(scenario.get("http").valueStream().toList());
		}
		else if (INSTANCE.contains(id(scenario))) {
			assertThat(outcome).isInstanceOf(Nothing.class);
		}
		else {
			assertThat(outcome).isInstanceOf(CredentialsRetrievalException.class);
		}
	}

	private static CredentialsSource source(JsonNode scenario, SourceContext context) {
		if (CONTAINER.contains(id(scenario))) {
			return new ContainerSource(context);
		}
		SsoSettings login = LOGIN.get(id(scenario));
		return (login != null) ? new SsoSource(context, login)
				: new InstanceMetadataSource(context, new ProfileFiles(context.environment(), null));
	}

	private static RecordingEnvironment environment(JsonNode scenario, Path root) throws IOException {
		for (Map.Entry<String, JsonNode> file : scenario.get("files").properties()) {
			Path path = root.resolve(file.getKey().substring(1));
			Files.createDirectories(path.getParent());
			Files.writeString(path, file.getValue().asString());
		}
		RecordingEnvironment environment = new RecordingEnvironment();
		scenario.get("env").forEachEntry((name, value) -> {
			boolean path = name.equals("HOME") || name.endsWith("_FILE");
			environment.withVariable(name, path ? root + value.asString() : value.asString());
		});
		return environment;
	}

	private static void script(ScriptedExchange exchange, JsonNode step) {
		String uri = step.get("request").get("uri").asString();
		int query = uri.indexOf("?account_id=");
		if (query > 0) {
			// Recorded in either order
			String[] parameters = uri.substring(query + 1).split("&");
			uri = uri.substring(0, query) + "?" + parameters[1] + "&" + parameters[0];
		}
		exchange.on(step.get("request").get("method").asString() + " " + uri,
				step.get("response").get("status").asInt(), step.get("response").get("body").asString());
	}

	private static AwsCredentials credentials(JsonNode expected) {
		return new AwsCredentials(expected.get("access_key_id").asString(),
				expected.get("secret_access_key").asString(), expected.get("session_token").asString(),
				Instant.ofEpochSecond(expected.get("expiry").asLong()),
				expected.hasNonNull("account_id") ? expected.get("account_id").asString() : null);
	}

	private static SsoSettings ssoTest(boolean fips, boolean dualStack) {
		return new SsoSettings("profile 'sso-test'", null, "https://ssotest.awsapps.com/start", "us-east-2",
				"123456789", "MySsoRole", null, null, fips, dualStack);
	}

	private static SsoSettings session(@Nullable URI endpoint) {
		return new SsoSettings("profile 'default'", "dev", "https://d-abc123.awsapps.com/start", "us-east-1",
				"012345678901", "SampleRole", endpoint, null, false, false);
	}

	private static String id(JsonNode scenario) {
		return scenario.get("id").asString();
	}

}
