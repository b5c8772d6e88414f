package io.sprockets.dynamodb.credentials.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.sprockets.dynamodb.credentials.exchange.CredentialsResponse;
import io.sprockets.dynamodb.test.fuzz.FuzzedFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What has a meaning in the answers of credential sources, and what plain Jackson reads
 * of them.
 */
public final class CredentialsFuzzing {

	/** Where an answer has it, it is a secret, be it cut or not. */
	public static final String SECRET = "S3cr3t/Of+The=Answer";

	private static final String TELLTALE = "S3cr3t";

	/** Times as services write them, and at the edges of what Java can hold. */
	public static final List<String> TIMES = List.of("2030-01-31T12:00:00Z", "2030-01-31T12:00:00+01:00",
			"2030-01-31T12:00:00.123456789Z", "2030-01-31T12:00:00UTC", "2030-01-31 12:00:00", "2009-01-31T12:00:00Z",
			"2030-02-30T12:00:00Z", "2030-01-31T24:00:00Z", "2030-01-31T12:00Z", "-1000000000-01-01T00:00:00Z",
			"+1000000000-12-31T23:59:59Z", "-999999999-01-01T00:00:00+18:00", "+999999999-12-31T23:59:59-18:00",
			"+292278994-08-17T07:12:56Z", "2030-01-31T12:00:00Z[Europe/Berlin]", "tomorrow", " ", "");

	public static final FuzzedFormat JSON = new FuzzedFormat(
			"\"\\{}[]:,.-+eE019tfnu /\u0000\r\n<".getBytes(StandardCharsets.US_ASCII), tokens(),
			FuzzedFormat.EDGE_NUMBERS, List.of(new FuzzedFormat.Nesting("[", "]"),
					new FuzzedFormat.Nesting("{\"a\":", "}"), new FuzzedFormat.Nesting("{\"roleCredentials\":", "}")));

	/** Without a table of names, which would count as memory of what is fuzzed. */
	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder().disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES).build())
		.build();

	private static final int LONGEST_MESSAGE = 1_200;

	private CredentialsFuzzing() {
	}

	private static List<String> tokens() {
		List<String> tokens = new ArrayList<>(List.of("null", "true", "{}", "[]", "\"\"", "\" \"", "1", "1.0", "\"1\"",
				"\"" + SECRET + "\"", SECRET, "\"Version\":1,", "\"AccessKeyId\":\"AKID\",",
				"\"SecretAccessKey\":\"" + SECRET + "\",", "\"SessionToken\":", "\"Token\":", "\"Expiration\":",
				"\"Code\":\"Success\",", "\"Code\":\"Failed\",", "\"AccountId\":", "\"RoleArn\":",
				"\"roleCredentials\":{", "\"expiration\":", "\"expiresAt\":", "\"expiresIn\":",
				"\"accessToken\":\"" + SECRET + "\",", "\"refreshToken\":", "\\u0000", "\\ud800", "\\ud83d\\ude00",
				"\\u00", "\\\\", "\\\"", "<html>", "\n", "arn:aws:iam::123456789012:role/r"));
		TIMES.forEach((time) -> tokens.add("\"" + time + "\""));
		tokens.addAll(FuzzedFormat.EDGE_NUMBERS);
		return tokens;
	}

	/**
	 * Returns texts as JSON.
	 */
	public static List<String> texts(String... texts) {
		return List.of(texts).stream().map((text) -> "\"" + text + "\"").toList();
	}

	/**
	 * Returns the object that plain Jackson reads, {@code null} if the input is none, or
	 * not UTF-8.
	 */
	public static @Nullable JsonNode object(byte[] input) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(input)).toString();
			JsonNode tree = MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
			return tree.isObject() ? tree : null;
		}
		catch (CharacterCodingException | JacksonException ex) {
			return null;
		}
	}

	/**
	 * Returns a text that is not blank, {@code null} if there is none.
	 */
	public static @Nullable String text(JsonNode object, String name) {
		JsonNode text = object.get(name);
		return (text != null && text.isString() && !text.stringValue().isBlank()) ? text.stringValue() : null;
	}

	/**
	 * Returns a time, {@code null} if the text is none.
	 */
	private static @Nullable Instant time(@Nullable String text, Function<String, Instant> parser) {
		try {
			return (text != null) ? parser.apply(text) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * Returns a time that may be without seconds.
	 */
	public static @Nullable Instant offsetTime(@Nullable String text) {
		return time(text, (known) -> OffsetDateTime.parse(known).toInstant());
	}

	/**
	 * Returns a time that may be at the very edges.
	 */
	public static @Nullable Instant instant(@Nullable String text) {
		return time(text, Instant::parse);
	}

	public static CredentialsResponse response(int status, byte[] body) {
		return new CredentialsResponse(status, Map.of(), body);
	}

	/**
	 * Requires that what is printed of an exception is short and has nothing of a secret.
	 */
	public static void requireDiscreet(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			assertThat(cause.toString()).doesNotContain(TELLTALE).hasSizeLessThan(LONGEST_MESSAGE);
			for (Throwable suppressed : cause.getSuppressed()) {
				assertThat(suppressed.toString()).doesNotContain(TELLTALE).hasSizeLessThan(LONGEST_MESSAGE);
			}
		}
	}

	/**
	 * Says whether an error's name in an answer is what should be a secret.
	 */
	public static boolean isNamedBySecret(@Nullable JsonNode answer) {
		if (answer == null) {
			return false;
		}
		return List.of("__type", "code", "Code", "error")
			.stream()
			.map((name) -> text(answer, name))
			.anyMatch((code) -> code != null && code.contains(TELLTALE));
	}

}
