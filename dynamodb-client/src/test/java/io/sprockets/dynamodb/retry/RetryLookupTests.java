package io.sprockets.dynamodb.retry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.sprockets.dynamodb.error.DynamoDbConfigurationException;
import io.sprockets.dynamodb.profile.AwsEnvironment;
import io.sprockets.dynamodb.profile.ProfileFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class RetryLookupTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	@TempDir
	private Path home;

	private final Map<String, String> variables = new HashMap<>();

	private final Map<String, String> properties = new HashMap<>();

	@Test
	void rulesOf2026AreTheDefault() {
		assertAttempts(null, null, 4);
	}

	@Test
	void configuredValuesGoFirst() throws Exception {
		this.variables.put("AWS_MAX_ATTEMPTS", "7");
		this.variables.put("AWS_RETRY_MODE", "legacy");
		config("[default]\nmax_attempts = 8\n");
		assertAttempts(RetryMode.STANDARD, 3, 3);
		assertAttempts(RetryMode.STANDARD, null, 7);
		assertAttempts(RetryMode.NONE, null, 1);
	}

	@Test
	void propertiesGoBeforeVariablesBeforeTheProfile() throws Exception {
		config("[default]\nmax_attempts = 8\nretry_mode = legacy\n");
		assertAttempts(null, null, 8);
		this.variables.put("AWS_MAX_ATTEMPTS", "7");
		assertAttempts(null, null, 7);
		this.properties.put("aws.maxAttempts", "6");
		assertAttempts(null, null, 6);
	}

	@ParameterizedTest
	@CsvSource({ "standard, 4", "LEGACY, 9", "Adaptive, 4" })
	void modeIsNamedInAnyCase(String mode, int attempts) {
		this.variables.put("AWS_RETRY_MODE", mode);
		assertAttempts(null, null, attempts);
	}

	@Test
	void profileMayNameTheMode() throws Exception {
		config("[profile app]\nretry_mode = legacy\n");
		this.variables.put("AWS_PROFILE", "app");
		assertAttempts(null, null, 9);
	}

	@ParameterizedTest
	@CsvSource({ "AWS_MAX_ATTEMPTS, many", "AWS_MAX_ATTEMPTS, 0", "AWS_MAX_ATTEMPTS, 99999999999",
			"AWS_RETRY_MODE, eager" })
	void wrongValueIsAnErrorThatNamesItsPlace(String variable, String value) {
		this.variables.put(variable, value);
		StepVerifier.create(lookup(null, null).strategy())
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(DynamoDbConfigurationException.class)
				.hasMessageContaining("Environment variable " + variable)
				.hasMessageContaining("dynamodb.retry."))
			.verify(SOON);
	}

	@Test
	void filesThatCannotBeReadDoNotMatterToRetries() throws Exception {
		config("[default\n");
		assertAttempts(null, null, 4);
		this.variables.put("AWS_PROFILE", "absent");
		assertAttempts(null, null, 4);
	}

	private void assertAttempts(@Nullable RetryMode mode, @Nullable Integer maxAttempts, int expected) {
		StepVerifier.create(lookup(mode, maxAttempts).strategy())
			.assertNext((strategy) -> assertThat(strategy.maxAttempts()).isEqualTo(expected))
			.expectComplete()
			.verify(SOON);
	}

	private RetryLookup lookup(@Nullable RetryMode mode, @Nullable Integer maxAttempts) {
		this.variables.put("HOME", this.home.toString());
		AwsEnvironment environment = AwsEnvironment.of(this.variables, this.properties);
		return RetryLookup.of(mode, maxAttempts, true, environment, new ProfileFiles(environment, null));
	}

	private void config(String text) throws IOException {
		Path folder = Files.createDirectories(this.home.resolve(".aws"));
		Files.writeString(folder.resolve("config"), text);
	}

}
