package io.sprockets.dynamodb.credentials.profile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.sts.Role;
import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.AwsFolder;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.profile.ProfileSet;
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
 * The 28 chains of profiles of AWS's own test data: which credentials come first, and
 * which roles are assumed with them. Of an error only is compared that there is one, and
 * that it names a profile.
 */
class AssumeRoleChainVectorTests {

	/**
	 * These have no plan and no error either: a profile without credentials leaves the
	 * turn to the next source (AWS's own chain does the same with this error).
	 */
	private static final Set<String> NO_CREDENTIALS = Set.of("profile only contains configuration");

	/**
	 * A login without account and role gives a token that DynamoDB does not take, so the
	 * plan is refused; AWS's own chain refuses it one step later.
	 */
	private static final Set<String> TOKEN_ONLY = Set.of("SSO token profile selected");

	@TempDir
	private Path folder;

	@TestFactory
	Stream<DynamicTest> chainsAreThoseOfAwsOwnTools() {
		JsonNode cases = VectorFile.read("profile-cases.json").get("assumeRoleChain");
		Set<Integer> numbers = new LinkedHashSet<>();
		return cases.valueStream().map((testCase) -> {
			int number = numbers.size();
			numbers.add(number);
			return dynamicTest(number + " " + testCase.get("docs").asString(),
					() -> check(testCase, this.folder.resolve("case" + number)));
		});
	}

	private static void check(JsonNode testCase, Path home) {
		String docs = testCase.get("docs").asString();
		JsonNode input = testCase.get("input");
		AwsFolder files = new AwsFolder(home).config(config(input));
		ProfileFiles profileFiles = new ProfileFiles(files.environment(), input.get("selected_profile").asString());
		JsonNode chain = testCase.get("output").get("ProfileChain");
		if (NO_CREDENTIALS.contains(docs)) {
			assertThat(plan(profileFiles)).isNull();
		}
		else if (chain == null || TOKEN_ONLY.contains(docs)) {
			assertThatExceptionOfType(DynamoDbConfigurationException.class).isThrownBy(() -> plan(profileFiles))
				.withMessageContaining("rofile");
		}
		else {
			ProfilePlan plan = plan(profileFiles);
			assertThat(plan).isNotNull();
			checkBase(plan.base(), chain.get(0));
			assertThat(plan.roles()).hasSize(chain.size() - 1);
			for (int i = 1; i < chain.size(); i++) {
				checkRole(plan.roles().get(i - 1).role(), chain.get(i).get("AssumeRole"));
			}
		}
	}

	private static @Nullable ProfilePlan plan(ProfileFiles files) {
		ProfileSet profiles = files.latest().block(Duration.ofSeconds(5));
		assertThat(profiles).isNotNull();
		return new ProfilePlanner(profiles).plan();
	}

	private static void checkBase(PlanBase base, JsonNode expected) {
		if (base instanceof PlanBase.Keys keys) {
			AwsCredentials credentials = keys.credentials();
			checkAll(expected.get("AccessKey"), "access_key_id", credentials.accessKeyId(), "secret_access_key",
					credentials.secretAccessKey(), "account_id", credentials.accountId());
		}
		else if (base instanceof PlanBase.Named named) {
			assertThat(named.name())
				.isEqualTo(CredentialSource.valueOf(switch (expected.get("NamedSource").asString()) {
					case "Ec2InstanceMetadata" -> "EC2_INSTANCE_METADATA";
					default -> "none";
				}));
		}
		else if (base instanceof PlanBase.WebIdentity webIdentity) {
			checkRole(webIdentity.role().role(), expected.get("WebIdentityToken"));
			checkAll(expected.get("WebIdentityToken"), "web_identity_token_file", webIdentity.tokenFile());
		}
		else if (base instanceof PlanBase.Sso sso) {
			checkAll(expected.get("Sso"), "sso_account_id", sso.login().accountId(), "sso_region", sso.login().region(),
					"sso_role_name", sso.login().roleName(), "sso_start_url", sso.login().startUrl(), "sso_session",
					sso.login().session());
		}
	}

	private static void checkRole(Role role, JsonNode expected) {
		checkAll(expected, "role_arn", role.arn(), "role_session_name", role.sessionName(), "external_id",
				role.externalId());
	}

	private static void checkAll(@Nullable JsonNode expected, @Nullable String... namesAndValues) {
		assertThat(expected).isNotNull();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			String name = namesAndValues[i];
			assertThat(namesAndValues[i + 1]).as(name)
				.isEqualTo(expected.hasNonNull(name) ? expected.get(name).asString() : null);
		}
	}

	private static String config(JsonNode input) {
		StringBuilder config = new StringBuilder();
		append(config, "profile", input.get("profiles"));
		if (input.has("sso_sessions")) {
			append(config, "sso-session", input.get("sso_sessions"));
		}
		return config.toString();
	}

	private static void append(StringBuilder config, String kind, JsonNode sections) {
		Map<String, JsonNode> byName = new LinkedHashMap<>();
		sections.forEachEntry(byName::put);
		byName.forEach((name, section) -> {
			config.append('[').append(kind).append(' ').append(name).append("]\n");
			section
				.forEachEntry((key, value) -> config.append(key).append(" = ").append(value.asString()).append('\n'));
		});
	}

}
