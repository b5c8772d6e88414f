package io.sprockets.dynamodb.credentials;

import java.io.IOException;
import java.io.UncheckedIOException;
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

import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.profile.RecordingEnvironment;
import io.sprockets.dynamodb.profile.VectorFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * All 50 of AWS's own whole scenarios: environment, files and exchanges to credentials or
 * an error. Of an error only that there is one is compared, and that it says what of, not
 * its words. Session names are made up by each tool and not compared. Five scenarios set
 * plain HTTP endpoints on other machines, which has to be allowed here.
 */
class CredentialsChainVectorTests {

	/**
	 * Before all that was recorded, so that nothing has expired.
	 */
	private static final Clock CLOCK = Clock.fixed(Instant.parse("2009-01-01T00:00:00Z"), ZoneOffset.UTC);

	/**
	 * Recorded with another role or token than the files have; AWS's own test does not
	 * compare bodies.
	 */
	private static final Set<String> OTHER_ROLE_RECORDED = Set.of(
			"default-credential-provider-chain/web_identity_token_env",
			"default-credential-provider-chain/web_identity_token_profile",
			"default-credential-provider-chain/web_identity_token_source_profile",
			"default-credential-provider-chain/web_identity_token_invalid_jwt");

	/**
	 * Fails at once in the recording. We ask again: InvalidIdentityToken is passing (the
	 * SDK for Go does the same), and so is status 503.
	 */
	private static final Set<String> ASKED_AGAIN = Set.of(
			"default-credential-provider-chain/web_identity_token_invalid_jwt",
			"default-credential-provider-chain/sso_server_error");

	/**
	 * Requests that only we make. Where the request for a session token is forbidden, we
	 * ask without one, as the SDK for Java does; the recording ends there.
	 */
	private static final Map<String, String> NOT_RECORDED = Map.of("default-credential-provider-chain/imds_token_fail",
			"not recorded: GET http://169.254.169.254/latest/meta-data/iam/security-credentials/");

	/**
	 * Of a login that gives a bearer token, which DynamoDB does not take: here that is an
	 * error, as it is in AWS's own credentials chain (profile-provider/sso_token).
	 */
	private static final String BEARER_TOKENS = "default-token-provider-chain/";

	/**
	 * What an error has to say, where that is not the name of the profile.
	 */
	private static final Map<String, String> MESSAGES = Map.ofEntries(
			Map.entry("default-credential-provider-chain/eks_pod_identity_no_token_file", "token.jwt"),
			Map.entry("default-credential-provider-chain/imds_default_chain_error", "EC2"),
			Map.entry("default-credential-provider-chain/imds_disabled", "EC2"),
			Map.entry("profile-provider/invalid_config", "config at line 2"));

	@TempDir
	private Path folder;

	@TestFactory
	Stream<DynamicTest> scenariosEndAsInAwsOwnTools() {
		return VectorFile.read("credentials-chain-cases.json")
			.get("scenarios")
			.valueStream()
			.map((scenario) -> dynamicTest(scenario.get("id").asString(), () -> check(scenario)));
	}

	private void check(JsonNode scenario) {
		String id = scenario.get("id").asString();
		Path root = this.folder.resolve(id);
		scenario.get("files").forEachEntry((path, content) -> write(root, path, content.asString()));
		RecordingEnvironment environment = new RecordingEnvironment().withVariable("HOME", root.resolve("home"));
		scenario.get("env")
			.forEachEntry((name, value) -> environment.withVariable(name, moved(root, value.asString())));
		RecordedExchanges recorded = new RecordedExchanges(scenario.get("http"), fieldsNotCompared(id),
				ASKED_AGAIN.contains(id));
		FakeExchange exchange = new FakeExchange(recorded::answer);
		// These ask the profile alone, whatever the environment has
		String profile = id.startsWith("profile-provider/") ? "default" : null;
		try (DefaultCredentialsChain chain = new DefaultCredentialsChain(
				new SourceContext(environment, exchange, CLOCK, true), new ProfileFiles(environment, profile), null)) {
			checkResult(id, chain, scenario.get("expect").get("Ok"));
		}
		String notRecorded = NOT_RECORDED.get(id);
		assertThat(recorded.differences()).isEqualTo((notRecorded != null) ? List.of(notRecorded) : List.of());
	}

	private static Set<String> fieldsNotCompared(String id) {
		if (OTHER_ROLE_RECORDED.contains(id)) {
			return Set.of("RoleArn", "WebIdentityToken", "RoleSessionName");
		}
		return Set.of("RoleSessionName");
	}

	private static void checkResult(String id, AwsCredentialsProvider chain, @Nullable JsonNode expected) {
		if (expected == null || id.startsWith(BEARER_TOKENS)) {
			assertThatExceptionOfType(DynamoDbConfigurationException.class)
				.isThrownBy(() -> chain.resolve().block(Duration.ofSeconds(10)))
				.withMessageContaining(MESSAGES.getOrDefault(id, "profile '"));
			return;
		}
		assertThat(chain.resolve().block(Duration.ofSeconds(10))).isEqualTo(new AwsCredentials(
				text(expected, "access_key_id"), text(expected, "secret_access_key"), text(expected, "session_token"),
				expected.has("expiry") ? Instant.ofEpochSecond(expected.get("expiry").asLong()) : null,
				text(expected, "account_id")));
	}

	private static String text(JsonNode node, String name) {
		return node.hasNonNull(name) ? node.get(name).asString() : null;
	}

	private static String moved(Path root, String text) {
		return text.replace("/token.jwt", root.resolve("token.jwt").toString())
			.replaceAll("^/home$", root.resolve("home").toString());
	}

	private static void write(Path root, String path, String content) {
		try {
			Path file = root.resolve(path.substring(1));
			Files.createDirectories(file.getParent());
			Files.writeString(file, moved(root, content));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
