package io.sprockets.test.secrets;

import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Learns every secret where it enters the client, so that no test has to say which ones
 * it uses: keys and tokens from the constructor of credentials, further tokens from the
 * exchanges that lead to them. Exceptions are taken note of in the same way.
 */
public final class SecretSources {

	/** Of JSON, and of a form. */
	private static final Pattern NAMED_SECRET = Pattern
		.compile("(?i)[a-z_]*(?:secret|token)[a-z_]*(?:\"\\s*:\\s*\"([^\"]+)\"|=([^&\\s]+))");

	private SecretSources() {
	}

	static void watch(Instrumentation instrumentation) {
		String credentials = "io/sprockets/dynamodb/credentials/";
		instrumentation.addTransformer(new ConstructorAdvice(
				Map.of(credentials + "AwsCredentials", OfCredentials.class, credentials + "exchange/CredentialsRequest",
						OfExchange.class, credentials + "exchange/CredentialsResponse", OfExchange.class,
						credentials + "exchange/CredentialsExchangeException", OfException.class,
						"io/sprockets/dynamodb/error/DynamoDbException", OfException.class)));
	}

	/**
	 * Keeps what credentials consist of. Called by what is woven into classes.
	 */
	public static void keepAll(@Nullable String... secrets) {
		for (String secret : secrets) {
			if (secret != null && SecretWatch.learnsOfThisThread()) {
				SecretWatch.keep(secret);
			}
		}
	}

	/**
	 * Keeps the secrets among the headers and in the body of an exchange. Called by what
	 * is woven into classes.
	 */
	public static void keepTokens(@Nullable Object[] arguments) {
		if (!SecretWatch.learnsOfThisThread()) {
			return;
		}
		for (Object argument : arguments) {
			if (argument instanceof Map<?, ?> headers) {
				headers.forEach(SecretSources::keepHeader);
			}
			else if (argument instanceof byte[] body) {
				Matcher matcher = NAMED_SECRET.matcher(new String(body, StandardCharsets.UTF_8));
				while (matcher.find()) {
					SecretWatch.keep((matcher.group(1) != null) ? matcher.group(1) : matcher.group(2));
				}
			}
		}
	}

	private static void keepHeader(Object name, Object value) {
		String header = name.toString().toLowerCase(Locale.ROOT);
		if (value instanceof String text && (header.contains("token") || header.equals("authorization"))) {
			SecretWatch.keep(text);
		}
	}

	/** Woven into the constructor of credentials. */
	static final class OfCredentials {

		private OfCredentials() {
		}

		@Advice.OnMethodExit
		static void made(@Advice.Argument(0) String accessKeyId, @Advice.Argument(1) String secretAccessKey,
				@Advice.Argument(2) @Nullable String sessionToken) {
			SecretSources.keepAll(accessKeyId, secretAccessKey, sessionToken);
		}

	}

	/** Woven into the constructors of an exchange's request and response. */
	static final class OfExchange {

		private OfExchange() {
		}

		@Advice.OnMethodExit
		static void made(@Advice.AllArguments Object[] arguments) {
			SecretSources.keepTokens(arguments);
		}

	}

	/** Woven into the constructors of exceptions. */
	static final class OfException {

		private OfException() {
		}

		@Advice.OnMethodExit
		static void made(@Advice.This Throwable exception) {
			ThrownExceptions.made(exception);
		}

	}

}
