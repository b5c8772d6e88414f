package io.sprockets.dynamodb.credentials.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.fuzz.CredentialsFuzzing;
import io.sprockets.dynamodb.credentials.fuzz.RandomMembers;
import io.sprockets.dynamodb.test.fuzz.FuzzRun;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Broken outputs of a command: each gives the credentials that plain Jackson finds there,
 * or an error that quotes nothing.
 */
class ProcessOutputFuzzTests {

	private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

	private static final String ACCOUNT = "111122223333";

	private static final Map<String, List<String>> MEMBERS = Map.of("Version", List.of("1", "1", "1", "1.0", "2"),
			"AccessKeyId", CredentialsFuzzing.texts("AKIDEXAMPLE", "ASIAEXAMPLE"), "SecretAccessKey",
			CredentialsFuzzing.texts(CredentialsFuzzing.SECRET, "\\u0053" + CredentialsFuzzing.SECRET), "SessionToken",
			CredentialsFuzzing.texts(CredentialsFuzzing.SECRET.repeat(20), ""), "Expiration",
			CredentialsFuzzing.texts(CredentialsFuzzing.TIMES.toArray(String[]::new)), "AccountId",
			CredentialsFuzzing.texts("123456789012"), "Other", List.of("[{\"a\":1e3}]", "null", "true"));

	@Test
	void anyOutputIsReadAsPlainJacksonReadsItOrRefused() throws Exception {
		new FuzzRun("outputs of commands", CredentialsFuzzing.JSON, (seed) -> new RandomMembers(seed, MEMBERS))
			.read(20_000, () -> (input) -> {
				AwsCredentials expected = expected(CredentialsFuzzing.object(input));
				try {
					assertThat(ProcessOutput.read(input, ACCOUNT, NOW)).isEqualTo(expected);
					return true;
				}
				catch (CommandFailure ex) {
					CredentialsFuzzing.requireDiscreet(ex);
					assertThat(expected).as(ex.getMessage()).isNull();
					return false;
				}
			});
	}

	private static @Nullable AwsCredentials expected(@Nullable JsonNode output) {
		if (output == null || output.get("Version") == null || !output.get("Version").isNumber()
				|| output.get("Version").numberValue().doubleValue() != 1) {
			return null;
		}
		String id = CredentialsFuzzing.text(output, "AccessKeyId");
		String secret = CredentialsFuzzing.text(output, "SecretAccessKey");
		String end = CredentialsFuzzing.text(output, "Expiration");
		Instant expiration = CredentialsFuzzing.offsetTime(end);
		if (id == null || secret == null || (end != null && (expiration == null || !expiration.isAfter(NOW)))) {
			return null;
		}
		String account = CredentialsFuzzing.text(output, "AccountId");
		return new AwsCredentials(id, secret, CredentialsFuzzing.text(output, "SessionToken"), expiration,
				(account != null) ? account : ACCOUNT);
	}

}
