package io.sprockets.dynamodb.profile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.sprockets.dynamodb.error.ConfigFileParseException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * The 65 parser cases and the 9 file locations of AWS's own test data. Only that an error
 * is signalled is compared, not its words, which are ours and show nothing of the file.
 * {@code sso-session} sections are no profiles, and nothing here reads them.
 */
class ProfileFileVectorTests {

	/**
	 * AWS's Java parser gives what is nested under a property twice: in that property's
	 * own text, as the case wants it, and as properties of their own, {@code s3.name}.
	 * The second is of use to us and takes nothing away.
	 */
	private static final Set<String> NESTED_GIVEN_TWICE = Set.of("parser-45", "parser-47", "parser-50");

	@TempDir
	private Path folder;

	@TestFactory
	Stream<DynamicTest> profilesAreAsInAwsOwnTools() {
		return VectorFile.read("profile-cases.json")
			.get("parser")
			.valueStream()
			.map((testCase) -> dynamicTest(testCase.get("id").asString() + " " + testCase.get("name").asString(),
					() -> check(testCase)));
	}

	@TestFactory
	Stream<DynamicTest> filesAndProfileNameAreFoundAsInAwsOwnTools() {
		return VectorFile.read("profile-cases.json")
			.get("fileLocation")
			.valueStream()
			.map((testCase) -> dynamicTest(testCase.get("name").asString(), () -> checkLocation(testCase)));
	}

	private void check(JsonNode testCase) throws Exception {
		String id = testCase.get("id").asString();
		AwsEnvironment environment = new RecordingEnvironment()
			.withVariable("AWS_CONFIG_FILE", write(testCase, "configFile"))
			.withVariable("AWS_SHARED_CREDENTIALS_FILE", write(testCase, "credentialsFile"));
		if (!testCase.get("expectErrorContaining").isNull()) {
			assertThatExceptionOfType(ConfigFileParseException.class).isThrownBy(() -> SharedFiles.read(environment))
				.withMessageContaining(this.folder.toString())
				.withMessageMatching(".* at line \\d+: .*")
				.withNoCause();
			return;
		}
		Map<String, Map<String, String>> profiles = new LinkedHashMap<>(SharedFiles.read(environment).profiles());
		if (NESTED_GIVEN_TWICE.contains(id)) {
			profiles.replaceAll((name, properties) -> withoutDots(properties));
		}
		assertThat(profiles).isEqualTo(expected(testCase.get("expectProfiles")));
	}

	private Path write(JsonNode testCase, String member) throws Exception {
		Path file = this.folder.resolve(testCase.get("id").asString() + "-" + member);
		if (!testCase.get(member).isNull()) {
			Files.writeString(file, testCase.get(member).asString());
		}
		return file;
	}

	private static Map<String, String> withoutDots(Map<String, String> properties) {
		Map<String, String> result = new LinkedHashMap<>(properties);
		result.keySet().removeIf((name) -> name.contains("."));
		return result;
	}

	private static Map<String, Map<String, String>> expected(JsonNode profiles) {
		Map<String, Map<String, String>> result = new LinkedHashMap<>();
		profiles.forEachEntry((name, properties) -> result.put(name, strings(properties)));
		return result;
	}

	private static Map<String, String> strings(JsonNode node) {
		Map<String, String> result = new LinkedHashMap<>();
		node.forEachEntry((name, value) -> result.put(name, value.asString()));
		return result;
	}

	private static void checkLocation(JsonNode testCase) {
		boolean windows = testCase.get("platform").asString().equals("windows");
		AwsEnvironment environment = AwsEnvironment.of(strings(testCase.get("environment")),
				Map.of("os.name", windows ? "Windows 11" : "Linux", "user.home", "/not/used"));
		assertThat(SharedFile.locate(SharedFile.Kind.CONFIG, environment).location())
			.isEqualTo(testCase.get("configLocation").asString());
		assertThat(SharedFile.locate(SharedFile.Kind.CREDENTIALS, environment).location())
			.isEqualTo(testCase.get("credentialsLocation").asString());
		if (testCase.hasNonNull("profile")) {
			assertThat(ProfileSelection.of(null, environment).name()).isEqualTo(testCase.get("profile").asString());
		}
	}

}
