package io.sprockets.dynamodb.boot.autoconfigure.actuate;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.core.env.Environment;

/**
 * Hides the values of the properties and variables that hold keys and tokens, and any
 * other value that has one of these in it: a command line, or JSON with all settings.
 */
class SecretsSanitizingFunction implements SanitizingFunction {

	private static final Pattern PUNCTUATION = Pattern.compile("[^a-z0-9]");

	/** Letters and digits only, since each source of properties writes them its way. */
	private static final Set<String> NAMES = Set.of("dynamodbaccesskey", "dynamodbsecretkey", "dynamodbsessiontoken",
			"awsaccesskeyid", "awssecretaccesskey", "awssessiontoken", "awscontainerauthorizationtoken");

	private static final String[] SECRETS = { "dynamodb.secret-key", "dynamodb.session-token", "AWS_SECRET_ACCESS_KEY",
			"AWS_SESSION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN", "aws.secretAccessKey", "aws.sessionToken" };

	/** Shorter values may be a part of any other. */
	private static final int MIN_LENGTH = 8;

	private final Environment environment;

	SecretsSanitizingFunction(Environment environment) {
		this.environment = environment;
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		return (isNameOfSecret(data.getLowerCaseKey()) || hasSecret(data.getValue())) ? data.withSanitizedValue()
				: data;
	}

	private static boolean isNameOfSecret(String lowerCaseKey) {
		return NAMES.contains(PUNCTUATION.matcher(lowerCaseKey.toLowerCase(Locale.ROOT)).replaceAll(""));
	}

	private boolean hasSecret(@Nullable Object value) {
		return value != null && Stream.of(SECRETS)
			.map(this.environment::getProperty)
			.anyMatch((secret) -> secret != null && secret.length() >= MIN_LENGTH && value.toString().contains(secret));
	}

}
