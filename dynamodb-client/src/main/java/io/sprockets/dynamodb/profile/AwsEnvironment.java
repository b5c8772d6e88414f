package io.sprockets.dynamodb.profile;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The environment variables and system properties the client looks at.
 */
public interface AwsEnvironment {

	/**
	 * Returns an environment variable, {@code null} if unset or empty.
	 */
	@Nullable String variable(String name);

	/**
	 * Returns a system property, {@code null} if unset or empty.
	 */
	@Nullable String property(String name);

	/**
	 * Returns the environment of this process, read at each question.
	 */
	static AwsEnvironment system() {
		return new LookupEnvironment(System::getenv, System::getProperty);
	}

	/**
	 * Creates an environment of the given variables and properties only.
	 */
	static AwsEnvironment of(Map<String, String> variables, Map<String, String> properties) {
		return new LookupEnvironment(variables::get, properties::get);
	}

}
